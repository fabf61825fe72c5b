package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.MovieRegression;
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
   * @throws IllegalArgumentException if the baseline is of other users or movies, there are fewer
   *     threads than 1, or the heap has no room; all before work begins
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
    int longest = 0;
    for (int user = 0; user < ratings.users(); user++) {
      longest = Math.max(longest, ratings.rowLength(user));
    }
    HeapBound.check(
        "item regression holds movies x movies floats: " + ratings.movies() + " movies",
        bytes(ratings.movies(), ratings.size()) + threads * Submatrix.bytes(longest));
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
   * The bytes that training takes at most, about, on one thread and where no user rated more than
   * half of the movies.
   *
   * @param users does not matter, for the users are not compared
   */
  public static long memory(int users, int movies, int ratings) {
    return (long) (bytes(movies, ratings) + Submatrix.bytes(movies / 2));
  }

  /** What does not depend on threads: K thrice, renumbered and rounded; may be beyond a long. */
  private static double bytes(int movies, int ratings) {
    return 2.0 * movies * movies * (Float.BYTES + Short.BYTES / 2.0) + Side.bytes(ratings);
  }
}
