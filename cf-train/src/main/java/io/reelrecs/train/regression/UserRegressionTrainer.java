package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.UserRegression;
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
   * @throws IllegalArgumentException if the baseline is of other users or movies, there are fewer
   *     threads than 1, or the heap has no room; all before work begins
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
    int longest = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      longest = Math.max(longest, ratings.columnLength(movie));
    }
    HeapBound.check(
        "user regression holds users x users and movies x movies floats: "
            + ratings.users()
            + " users and "
            + ratings.movies()
            + " movies",
        bytes(ratings.users(), ratings.movies(), ratings.size())
            + threads * Submatrix.bytes(longest));
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
   * The bytes that training takes at most, about, on one thread and where no movie was rated by
   * more than half of the users.
   */
  public static long memory(int users, int movies, int ratings) {
    return (long) (bytes(users, movies, ratings) + Submatrix.bytes(users / 2));
  }

  /** What does not depend on threads; a double, for it may be more than a long holds. */
  private static double bytes(int users, int movies, int ratings) {
    double similarities = (double) users * users * Float.BYTES / 2;
    double sums = 2.0 * movies * movies * (Float.BYTES + Short.BYTES);
    return similarities + sums + Side.bytes(ratings);
  }
}
