package io.reelrecs.train.data;

import io.reelrecs.train.random.SplitMix64;

/**
 * What the synthetic movies are like: how popular, how good, of which genres, where they lie in the
 * space of tastes (movies of common genres lie close to each other) and on the map of themes.
 * Linear in the number of movies.
 *
 * <p>The map has only two dimensions, so that the rows of users who look at the same part of it
 * overlap as much as rows in ML-1M do; without it the neighbors of a user with few ratings would
 * all be users with many.
 */
final class MovieTraits {

  /** Dimensions of the space of tastes. */
  static final int DIMENSIONS = 10;

  /** How much of a movie's place is given by its genres; the rest is its own. */
  private static final double GENRE_SHARE = 0.5;

  /** How far a movie's quality shows in its popularity. */
  private static final double POPULARITY_SHARE = 0.45;

  /** The part of all movies that are so popular that their theme tends to be everybody's. */
  private static final double BLOCKBUSTERS = 0.05;

  /** How far the themes of the most popular ones are from the middle, against 1. */
  private static final double BLOCKBUSTER_SPREAD = 0.4;

  final int[] genres;
  final double[] popularity;
  final double[] quality;

  /** Places in the space of tastes, each of length 1: {@code DIMENSIONS} numbers per movie. */
  private final double[] places;

  private final double[] themeX;
  private final double[] themeY;

  MovieTraits(int movies, SynthesisShape shape, SplitMix64 random) {
    genres = new int[movies];
    popularity = new double[movies];
    quality = new double[movies];
    places = new double[movies * DIMENSIONS];
    themeX = new double[movies];
    themeY = new double[movies];
    int[] rank = new int[movies];
    for (int m = 0; m < movies; m++) {
      rank[m] = m;
    }
    random.shuffle(rank);
    double[] genrePlaces = new double[Genres.count() * DIMENSIONS];
    for (int i = 0; i < genrePlaces.length; i++) {
      genrePlaces[i] = random.nextGaussian() * importance(i % DIMENSIONS);
    }
    for (int m = 0; m < movies; m++) {
      double x = (rank[m] + 0.5) / movies;
      popularity[m] = shape.popularity(x, movies);
      // Uniform on [-1, 1] has variance 1/3.
      quality[m] =
          StrictMath.sqrt(3) * POPULARITY_SHARE * (1 - 2 * x)
              + StrictMath.sqrt(1 - POPULARITY_SHARE * POPULARITY_SHARE) * random.nextGaussian();
      genres[m] = Genres.draw(random);
      double fromMiddle = Math.min(1, BLOCKBUSTER_SPREAD + x / BLOCKBUSTERS);
      themeX[m] = fromMiddle * random.nextGaussian();
      themeY[m] = fromMiddle * random.nextGaussian();
      place(m, genrePlaces, random);
    }
  }

  /** How well the movie fits a taste of {@code DIMENSIONS} numbers: their product. */
  double fit(double[] taste, int movie) {
    double fit = 0;
    for (int d = 0, at = movie * DIMENSIONS; d < DIMENSIONS; d++, at++) {
      fit += taste[d] * places[at];
    }
    return fit;
  }

  /** How close the movie's theme is to what the user looks for, in (0, 1]; 1/2 at the reach. */
  double closeness(UserTraits user, int movie) {
    double x = (themeX[movie] - user.themeX) / user.reach;
    double y = (themeY[movie] - user.themeY) / user.reach;
    double square = x * x + y * y;
    return 1 / (1 + square * square);
  }

  /** Tastes differ most in the first dimensions. */
  private static double importance(int dimension) {
    return 1 / (1 + 0.25 * dimension);
  }

  private void place(int movie, double[] genrePlaces, SplitMix64 random) {
    int at = movie * DIMENSIONS;
    double inGenre = StrictMath.sqrt(GENRE_SHARE / Integer.bitCount(genres[movie]));
    double alone = StrictMath.sqrt(1 - GENRE_SHARE);
    double square = 0;
    for (int d = 0; d < DIMENSIONS; d++) {
      double sum = 0;
      for (int g = 0; g < Genres.count(); g++) {
        if ((genres[movie] >> g & 1) != 0) {
          sum += genrePlaces[g * DIMENSIONS + d];
        }
      }
      places[at + d] = inGenre * sum + alone * importance(d) * random.nextGaussian();
      square += places[at + d] * places[at + d];
    }
    double scale = 1 / StrictMath.sqrt(square);
    for (int d = 0; d < DIMENSIONS; d++) {
      places[at + d] *= scale;
    }
  }
}
