package io.reelrecs.cli.loadtest;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.LoadedRatings;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The users and movies that turn up in requests, and how often: a user, or a movie, as often as it
 * was rated. What ratings do not tell of a movie (genres, year) is made up. Immutable and
 * thread-safe.
 */
public final class Population {

  private static final double RATING_LOW = 1;
  private static final double RATING_RANGE = 4;

  /** How steeply invented popularity falls: the first of 4,000 movies gets 0.4% of the ratings. */
  private static final double SKEW = 0.8;

  private static final int FLAT_HEAD = 10;
  private static final double MOST_RATINGS = 3_400;

  private final long[] users;
  private final long[] movies;
  private final WeightedDraw userDraw;
  private final WeightedDraw movieDraw;
  private final MovieFacts[] facts;

  private Population(
      long[] users, long[] movies, int[] ratingsOfUser, int[] ratingsOfMovie, double[] average) {
    this.users = users;
    this.movies = movies;
    userDraw = new WeightedDraw(ratingsOfUser);
    movieDraw = new WeightedDraw(ratingsOfMovie);
    facts = new MovieFacts[movies.length];
    double[] percentiles = percentiles(ratingsOfMovie);
    int most = Arrays.stream(ratingsOfMovie).max().orElse(1);
    for (int i = 0; i < movies.length; i++) {
      facts[i] =
          MovieFacts.of(
              movies[i],
              ratingsOfMovie[i],
              (float) average[i],
              (float) percentiles[i],
              (double) ratingsOfMovie[i] / most);
    }
  }

  /** The users and movies of these ratings, at least one. */
  public static Population of(LoadedRatings ratings) {
    RatingMatrix matrix = ratings.matrix();
    int movies = matrix.movies();
    double[] average = new double[movies];
    for (int movie = 0; movie < movies; movie++) {
      double sum = 0;
      for (int at = matrix.columnStart(movie); at < matrix.columnEnd(movie); at++) {
        sum += matrix.columnRatingAt(at);
      }
      average[movie] = sum / Math.max(1, matrix.columnLength(movie));
    }
    return new Population(
        IntStream.range(0, matrix.users()).mapToLong(ratings.users()::idAt).toArray(),
        IntStream.range(0, movies).mapToLong(ratings.movies()::idAt).toArray(),
        IntStream.range(0, matrix.users()).map(user -> weight(matrix.rowLength(user))).toArray(),
        IntStream.range(0, movies).map(movie -> weight(matrix.columnLength(movie))).toArray(),
        average);
  }

  private static int weight(int ratings) {
    return Math.max(1, ratings);
  }

  /**
   * Made-up users and movies with the ids from 1 on, of which few are active or popular.
   *
   * @throws IllegalArgumentException if there are less than one of either
   */
  public static Population synthetic(int users, long seed, int movies) {
    if (users < 1) {
      throw new IllegalArgumentException("users must be >= 1, actual: " + users);
    }
    if (movies < 1) {
      throw new IllegalArgumentException("movies must be >= 1, actual: " + movies);
    }
    SplittableRandom random = new SplittableRandom(seed);
    int[] ofUser = skewed(users, random);
    int[] ofMovie = skewed(movies, random);
    double[] average =
        random.doubles(movies).map(share -> RATING_LOW + RATING_RANGE * share).toArray();
    return new Population(ids(users), ids(movies), ofUser, ofMovie, average);
  }

  private static long[] ids(int count) {
    return IntStream.rangeClosed(1, count).asLongStream().toArray();
  }

  /** Counts that fall like a power of the rank, in random order. */
  private static int[] skewed(int count, SplittableRandom random) {
    int[] weights = new int[count];
    for (int rank = 0; rank < count; rank++) {
      double share = Math.pow(1 + (double) rank / FLAT_HEAD, -SKEW);
      weights[rank] = weight((int) (MOST_RATINGS * share));
    }
    for (int last = count - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int kept = weights[last];
      weights[last] = weights[other];
      weights[other] = kept;
    }
    return weights;
  }

  /** The share of movies that were rated less often, or as often. */
  private static double[] percentiles(int[] counts) {
    int[] sorted = counts.clone();
    Arrays.sort(sorted);
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] <= counts[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      shares[i] = (double) low / counts.length;
    }
    return shares;
  }

  /** How many movies there are. */
  public int movies() {
    return movies.length;
  }

  /** How many users there are. */
  public int users() {
    return users.length;
  }

  long drawUser(SplittableRandom random) {
    return users[userDraw.draw(random)];
  }

  int drawMovie(SplittableRandom random) {
    return movieDraw.draw(random);
  }

  MovieFacts facts(int movie) {
    return facts[movie];
  }
}
