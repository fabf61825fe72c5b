package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.HeapBytes;
import io.reelrecs.train.heap.StepHeap;
import io.reelrecs.train.parallel.Workers;
import java.util.Objects;

/**
 * Trains the regression over users: for each movie a ridge regression of residuals over its raters.
 * Formulas and sources stand at {@link UserRegression}.
 *
 * <p>For each movie {@code (A + l I) a = e} is solved over its n raters, with {@code A_uv = K(u,v)
 * - y_u y_v} off the diagonal, {@code y_u = x_u e_u}, and {@code l = regularization (n /
 * 100)^exponent}: the similarity that its raters have by the other movies, for that is what a user
 * has to go by who has not rated it. The diagonal of A is that of K. Negative similarities are
 * kept.
 *
 * <p>The same ratings and parameters give the same bits, whatever the number of threads and the
 * JDK. Cost: some ten operations for each pair of raters of each movie. Memory: 2 bytes for each
 * pair of users and, per thread, 4 for each pair of raters of the most rated movie, both while
 * training; 8 bytes for each pair of movies until they are rounded, and 4 that stay. For MovieLens
 * 1M that is 73 + 47 + 110 + 55 MB.
 */
public final class UserRegressionTrainer {

  private UserRegressionTrainer() {}

  /**
   * Trains the regression.
   *
   * @param ratings any ratings; movies without any get rows of zeros
   * @param baseline what the residuals are taken from, of the same users and movies
   * @param parameters how to train
   * @param threads threads to start for this call, at least 1; with 1, none are started
   * @param listener told how far it has come
   * @throws IllegalArgumentException if the baseline is of other users or movies, or there are
   *     fewer threads than 1
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too
   */
  public static UserRegression train(
      RatingMatrix ratings,
      Baseline baseline,
      UserRegressionParameters parameters,
      int threads,
      RegressionListener listener)
      throws InterruptedException {
    Objects.requireNonNull(parameters, "parameters");
    Checks.input(ratings, baseline, threads);
    Side side = Side.ofUsers(ratings, baseline);
    Workers workers = new Workers(threads);
    Similarity similarity = new Similarity(side, parameters.shrinkage(), parameters.countWeight());
    Effort effort =
        new Effort(
            (1 + RidgeSystems.EFFORT) * Effort.pairs(side.systems())
                + Expansion.EFFORT * Effort.pairs(side.compared()),
            listener);
    float[] weights = weights(side, similarity, parameters, workers, effort);
    Expansion expansion = new Expansion(side, similarity, weights);
    expansion.run(workers, effort);
    effort.end();
    return new UserRegression(
        parameters.shrinkage(),
        parameters.countWeight(),
        parameters.strength(),
        expansion.residuals(),
        expansion.counts(),
        side.inOrderOfMatrix(weights));
  }

  /** A method of its own, so that the similarities are gone when it ends. */
  private static float[] weights(
      Side side,
      Similarity similarity,
      UserRegressionParameters parameters,
      Workers workers,
      Effort effort)
      throws InterruptedException {
    float[][] kernel = similarity.triangle(workers, effort);
    return new RidgeSystems(
            side, kernel, similarity.scale(), parameters.regularization(), parameters.exponent())
        .solve(workers, effort);
  }

  /**
   * What training takes beside the ratings, with {@code r} ratings, {@code U} users, {@code M}
   * movies and {@code L} raters of the most rated movie: the lines, and beside them first {@code 2
   * U^2} bytes of similarities and on each thread {@code 4 L^2 + 8 U} of one system, and then
   * {@code 8 M^2} of sums and {@code 4 M^2} of what they are rounded to, which stay.
   */
  public static StepHeap heap(DataSize data, int threads) {
    double users = data.users();
    double movies = data.movies();
    double ratings = data.ratings();
    double similarities = Float.BYTES * users * users / 2 + 16 * users;
    double perThread = Submatrix.bytes(data.longestColumn()) + 2.0 * Float.BYTES * users;
    double weights = HeapBytes.WEIGHT_RATING * ratings;
    double sums = 2.0 * Float.BYTES * movies * movies;
    double kept = 2.0 * Short.BYTES * movies * movies + weights;
    double working = Math.max(similarities + threads * perThread + weights, sums + kept + weights);
    return new StepHeap(
        HeapBytes.LINES_RATING * ratings
            + Math.max(HeapBytes.LINES_MAKING_RATING * ratings, working),
        kept);
  }
}
