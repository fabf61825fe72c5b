package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.HeapBytes;
import io.reelrecs.train.heap.StepHeap;
import io.reelrecs.train.parallel.Workers;
import java.util.Objects;

/**
 * Trains the regression over movies: for each user a ridge regression of residuals over the movies
 * rated. Formulas and sources stand at {@link MovieRegression}.
 *
 * <p>The systems are those of {@link UserRegressionTrainer} with the roles exchanged. With two
 * steps the similarity is {@code K + twoStepWeight K K}, the square brought to a unit diagonal.
 *
 * <p>The same ratings and parameters give the same bits, whatever the number of threads and the
 * JDK. Cost: some ten operations for each pair of movies of each user, and with two steps one for
 * each three movies. Memory: 2 bytes for each pair of movies, which stay, up to 8 more while
 * training and, per thread, 4 for each pair of movies of the user with the most. For MovieLens 1M
 * that is 27 + 110 + 21 MB.
 */
public final class MovieRegressionTrainer {

  private MovieRegressionTrainer() {}

  /**
   * Trains the regression.
   *
   * @param ratings any ratings; movies without any are similar to none
   * @param baseline what the residuals are taken from, of the same users and movies
   * @param parameters how to train
   * @param threads threads to start for this call, at least 1; with 1, none are started
   * @param listener told how far it has come
   * @throws IllegalArgumentException if the baseline is of other users or movies, or there are
   *     fewer threads than 1
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too
   */
  public static MovieRegression train(
      RatingMatrix ratings,
      Baseline baseline,
      MovieRegressionParameters parameters,
      int threads,
      RegressionListener listener)
      throws InterruptedException {
    Objects.requireNonNull(parameters, "parameters");
    Checks.input(ratings, baseline, threads);
    Side side = Side.ofMovies(ratings, baseline);
    Workers workers = new Workers(threads);
    Similarity similarity = new Similarity(side, parameters.shrinkage(), parameters.countWeight());
    boolean twoSteps = parameters.twoStepWeight() > 0;
    Effort effort =
        new Effort(
            (1 + RidgeSystems.EFFORT) * Effort.pairs(side.systems())
                + (twoSteps ? TwoSteps.effort(ratings.movies()) : 0),
            listener);
    float[][] kernel;
    if (twoSteps) {
      kernel = similarity.whole(workers, effort);
      new TwoSteps(kernel).addToLower(parameters.twoStepWeight(), workers, effort);
    } else {
      kernel = similarity.triangle(workers, effort);
    }
    float[] weights =
        new RidgeSystems(
                side,
                kernel,
                similarity.scale(),
                parameters.regularization(),
                parameters.exponent())
            .solve(workers, effort);
    float[][] whole = Symmetric.renumbered(kernel, side.things(), workers);
    effort.end();
    return new MovieRegression(
        parameters.regularization(),
        parameters.exponent(),
        parameters.strength(),
        ScaledMatrix.ofSymmetric(whole),
        side.inOrderOfMatrix(weights));
  }

  /**
   * What training takes beside the ratings, with {@code M} movies and {@code L} ratings of the most
   * active user: the lines, {@code 4 M^2} bytes of similarities, and beside those the largest of
   * {@code 2 M^2} for the second step, {@code 4 L^2} on each thread of one system, and {@code 4
   * M^2} of similarities by the movies' own numbers, which are rounded to {@code 2 M^2} that stay.
   */
  public static StepHeap heap(DataSize data, int threads) {
    double movies = data.movies();
    double ratings = data.ratings();
    double square = Float.BYTES * movies * movies + 16 * movies;
    double perThread =
        Math.max(Submatrix.bytes(data.longestRow()), 2.0 * Float.BYTES * movies + TwoSteps.BLOCK);
    double weights = HeapBytes.WEIGHT_RATING * ratings;
    double rounded = Short.BYTES * movies * movies + 16 * movies;
    double working =
        square + Math.max(square + rounded, square / 2 + threads * perThread) + weights;
    return new StepHeap(
        HeapBytes.LINES_RATING * ratings
            + Math.max(HeapBytes.LINES_MAKING_RATING * ratings, working + weights),
        rounded + weights);
  }
}
