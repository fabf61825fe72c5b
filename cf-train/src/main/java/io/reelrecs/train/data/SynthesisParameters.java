package io.reelrecs.train.data;

import java.util.Objects;

/**
 * How much data to synthesize. The same parameters give the same bytes on every JDK and machine.
 *
 * @param users number of users, ids {@code 1..users}; 1 to 100 million
 * @param movies number of movies, ids {@code 1..movies}; 1 to 10 million
 * @param ratings number of ratings; at least {@code max(users, movies)}, so that every user and
 *     every movie has one, and at most {@code users * movies}, as nobody rates a movie twice, and
 *     at most 100 billion
 * @param seed any number; another seed gives another data set of the same kind
 * @param halfStars whether ratings are 0.5 to 5 in half stars rather than 1 to 5 in whole ones
 * @param shape how the ratings are spread over users and movies
 */
public record SynthesisParameters(
    int users, int movies, long ratings, long seed, boolean halfStars, SynthesisShape shape) {

  /** The number of ratings that every user has at least, where there are enough for that. */
  public static final int MIN_RATINGS_PER_USER = 20;

  private static final int MAX_USERS = 100_000_000;
  private static final int MAX_MOVIES = 10_000_000;
  private static final long MAX_RATINGS = 100_000_000_000L;

  /**
   * Checks that such data can exist.
   *
   * @throws IllegalArgumentException if it cannot
   */
  public SynthesisParameters {
    Objects.requireNonNull(shape, "shape");
    check("users", users, MAX_USERS);
    check("movies", movies, MAX_MOVIES);
    check("ratings", ratings, MAX_RATINGS);
    if (ratings < Math.max(users, movies)) {
      throw new IllegalArgumentException(
          "ratings must be >= %d, for one of each of %d users and %d movies, actual: %d"
              .formatted(Math.max(users, movies), users, movies, ratings));
    }
    if (ratings > (long) users * movies) {
      throw new IllegalArgumentException(
          "ratings must be <= %d, one for each pair of %d users and %d movies, actual: %d"
              .formatted((long) users * movies, users, movies, ratings));
    }
  }

  /** The size of MovieLens 1M: 6,040 users, 3,706 movies, 1,000,209 whole-star ratings, seed 1. */
  public static SynthesisParameters defaults() {
    return builder().build();
  }

  /** A builder that starts from {@link #defaults()}. */
  public static Builder builder() {
    return SynthesisSize.ML_1M.builder();
  }

  private static void check(String name, long actual, long max) {
    if (actual < 1 || actual > max) {
      throw new IllegalArgumentException(
          "%s must be in [1, %d], actual: %d".formatted(name, max, actual));
    }
  }

  /** The ratings that every user has at least: 20, or fewer where there is not enough of them. */
  int minRatingsPerUser() {
    return (int) Math.min(Math.min(MIN_RATINGS_PER_USER, movies), ratings / users);
  }

  /** Collects parameters by name; checked when built. Not thread-safe. */
  public static final class Builder {
    private int users;
    private int movies;
    private long ratings;
    private long seed = 1;
    private boolean halfStars;
    private SynthesisShape shape;

    /** For {@link SynthesisSize} alone, which sets all but the seed. */
    Builder() {}

    /** Sets the number of users. */
    public Builder users(int users) {
      this.users = users;
      return this;
    }

    /** Sets the number of movies. */
    public Builder movies(int movies) {
      this.movies = movies;
      return this;
    }

    /** Sets the number of ratings. */
    public Builder ratings(long ratings) {
      this.ratings = ratings;
      return this;
    }

    /** Sets the seed. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets whether there are half stars. */
    public Builder halfStars(boolean halfStars) {
      this.halfStars = halfStars;
      return this;
    }

    /** Sets how the ratings are spread. */
    public Builder shape(SynthesisShape shape) {
      this.shape = shape;
      return this;
    }

    /**
     * The parameters.
     *
     * @throws IllegalArgumentException if no such data can exist
     */
    public SynthesisParameters build() {
      return new SynthesisParameters(users, movies, ratings, seed, halfStars, shape);
    }
  }
}
