package io.reelrecs.train.data;

/** Sizes of synthetic data that go by a name. Each is a starting point; any part can be changed. */
public enum SynthesisSize {

  /** That of MovieLens 1M: 6,040 users, 3,706 movies, 1,000,209 ratings in whole stars. */
  ML_1M(6_040, 3_706, 1_000_209, false, SynthesisShape.ML_1M),

  /** That of MovieLens 32M: 200,948 users, 87,585 movies, 32,000,204 ratings in half stars. */
  ML_32M(200_948, 87_585, 32_000_204, true, SynthesisShape.ML_32M),

  /**
   * What MovieLens 32M might be with three times as many users: 628,000 of them, 100,000 movies and
   * 100,000,000 ratings in half stars.
   */
  ML_100M(628_000, 100_000, 100_000_000, true, SynthesisShape.ML_32M);

  private final int users;
  private final int movies;
  private final long ratings;
  private final boolean halfStars;
  private final SynthesisShape shape;

  SynthesisSize(int users, int movies, long ratings, boolean halfStars, SynthesisShape shape) {
    this.users = users;
    this.movies = movies;
    this.ratings = ratings;
    this.halfStars = halfStars;
    this.shape = shape;
  }

  /** Parameters of this size, with the seed 1, to be changed or built. */
  public SynthesisParameters.Builder builder() {
    return new SynthesisParameters.Builder()
        .users(users)
        .movies(movies)
        .ratings(ratings)
        .halfStars(halfStars)
        .shape(shape);
  }
}
