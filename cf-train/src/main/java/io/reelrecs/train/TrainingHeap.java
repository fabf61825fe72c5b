package io.reelrecs.train;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.Recipe.Values;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.HeapBytes;
import io.reelrecs.train.heap.HeapNeed;
import io.reelrecs.train.heap.StepHeap;
import io.reelrecs.train.ranking.LinearModelTrainer;
import io.reelrecs.train.ranking.NeighborRankingTrainer;
import io.reelrecs.train.regression.MovieRegressionTrainer;
import io.reelrecs.train.regression.UserRegressionTrainer;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * How much heap a training takes, worked out before it begins.
 *
 * <p>Alive at the highest is the larger of two:
 *
 * <ul>
 *   <li>while the matrix is made: the table of ratings, and what the making takes ({@link
 *       HeapBytes#TABLE_RATING} and {@link HeapBytes#ASSEMBLY_RATING} for each rating);
 *   <li>while the algorithm learns: the table, the matrix, and the highest of its steps, one after
 *       the other ({@link StepHeap#then}), as the trainer of each says. What a step returns is
 *       there until the model is written.
 * </ul>
 *
 * <p>To both come users, movies and titles, and {@link HeapNeed} adds what a JVM and its collector
 * take.
 */
final class TrainingHeap {

  private final Values values;
  private final DataSize data;
  private final IntSupplier positiveMovies;
  private final int threads;

  private TrainingHeap(Values values, DataSize data, IntSupplier positiveMovies, int threads) {
    this.values = values;
    this.data = data;
    this.positiveMovies = positiveMovies;
    this.threads = threads;
  }

  /** What reading so many ratings and making a matrix of them needs. */
  static HeapNeed ofMatrix(long ratings) {
    return reading(String.format(Locale.ROOT, "reading %,d ratings", ratings), ratings);
  }

  /** The same for a number that is a guess, and is told as one: with two digits. */
  static HeapNeed ofGuess(long ratings) {
    long digits =
        (long) Math.pow(10, Math.max(0, (int) Math.log10((double) Math.max(1, ratings)) - 1));
    long rounded = (ratings + digits / 2) / digits * digits;
    return reading(String.format(Locale.ROOT, "reading about %,d ratings", rounded), ratings);
  }

  private static HeapNeed reading(String what, long ratings) {
    double each = HeapBytes.TABLE_RATING + HeapBytes.ASSEMBLY_RATING;
    return HeapNeed.of(what, each * (double) ratings);
  }

  /**
   * What a training needs.
   *
   * @param tableRatings ratings of the table that the matrix was made of
   * @param titles movies of the catalog
   */
  static HeapNeed of(
      TrainingParameters parameters, RatingMatrix matrix, long tableRatings, int titles) {
    Values values = parameters.recipe().read();
    DataSize data = DataSize.of(matrix);
    IntSupplier positiveMovies =
        () -> LinearModelTrainer.positiveMovies(matrix, values.positiveFrom(matrix.scale()));
    StepHeap steps = new TrainingHeap(values, data, positiveMovies, parameters.threads()).steps();
    double always =
        (double) HeapBytes.TABLE_RATING * tableRatings
            + (double) HeapBytes.MATRIX_RATING * data.ratings()
            + (double) HeapBytes.USER_OR_MOVIE * (data.users() + data.movies())
            + (double) HeapBytes.TITLE * titles;
    double making = (double) (HeapBytes.ASSEMBLY_RATING - HeapBytes.MATRIX_RATING) * tableRatings;
    return HeapNeed.of(
        String.format(
            Locale.ROOT,
            "%s on %,d ratings of %,d users and %,d movies",
            values.algorithm().label(),
            data.ratings(),
            data.users(),
            data.movies()),
        always + Math.max(making, steps.peak()));
  }

  /**
   * What the steps of a recipe take at their highest on one thread, beside table and matrix, where
   * only the numbers are known.
   */
  static long ofSteps(Recipe recipe, int users, int movies, long ratings) {
    DataSize data = DataSize.of(users, movies, ratings);
    return (long) new TrainingHeap(recipe.read(), data, () -> movies, 1).steps().peak();
  }

  private StepHeap steps() {
    return switch (values.algorithm()) {
      case REFERENCE -> neighbors();
      case USER ->
          UserRegressionTrainer.heap(data, threads).then(ranking()).then(besideEachOther(2));
      case ITEM -> MovieRegressionTrainer.heap(data, threads).then(ranking());
      case FUSION ->
          UserRegressionTrainer.heap(data, threads)
              .then(MovieRegressionTrainer.heap(data, threads))
              .then(ranking())
              .then(besideEachOther(3));
      case EASE -> linear();
      case POPULAR, BASELINE -> StepHeap.NOTHING;
    };
  }

  private StepHeap ranking() {
    return switch (values.text(Parameters.RANKING)) {
      case Parameters.LINEAR -> linear();
      case Parameters.NEIGHBORS ->
          NeighborRankingTrainer.heap(data, values.whole("neighbors"), threads);
      default -> StepHeap.NOTHING;
    };
  }

  /** So many matrices of movies that the model lays beside each other, a copy in their place. */
  private StepHeap besideEachOther(int matrices) {
    return new StepHeap((double) matrices * Short.BYTES * data.movies() * data.movies(), 0);
  }

  private StepHeap linear() {
    return LinearModelTrainer.heap(data, positiveMovies.getAsInt());
  }

  private StepHeap neighbors() {
    boolean whole = data.wholeSteps() && Learner.missing(values) == MissingRating.ZERO;
    int search = whole ? HeapBytes.WHOLE_SEARCH_RATING : HeapBytes.REAL_SEARCH_RATING;
    int k = Math.min(Learner.k(values), data.users());
    double kept = (double) HeapBytes.GRAPH_NEIGHBOR * data.users() * k;
    double selections = data.users() * HeapBytes.selection(k);
    return new StepHeap((double) search * data.ratings() + selections + kept, kept);
  }
}
