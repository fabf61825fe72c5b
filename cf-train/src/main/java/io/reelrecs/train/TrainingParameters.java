package io.reelrecs.train;

import io.reelrecs.core.matrix.MissingRating;
import java.util.Objects;

/**
 * How to train.
 *
 * @param algorithm the algorithm
 * @param k neighbors per user, at least 1
 * @param missing what a missing rating counts as when users are compared
 * @param threads threads to train with, at least 1; the model does not depend on it
 */
public record TrainingParameters(Algorithm algorithm, int k, MissingRating missing, int threads) {

  /** The reference algorithm with 20 neighbors, missing ratings as 0, a thread per core. */
  public static final TrainingParameters DEFAULT =
      new TrainingParameters(
          Algorithm.REFERENCE, 20, MissingRating.ZERO, Runtime.getRuntime().availableProcessors());

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public TrainingParameters {
    Objects.requireNonNull(algorithm, "algorithm");
    Objects.requireNonNull(missing, "missing");
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /** These with another number of neighbors. */
  public TrainingParameters withK(int other) {
    return new TrainingParameters(algorithm, other, missing, threads);
  }

  /** These with another rule for missing ratings. */
  public TrainingParameters withMissing(MissingRating other) {
    return new TrainingParameters(algorithm, k, other, threads);
  }

  /** These with another number of threads. */
  public TrainingParameters withThreads(int other) {
    return new TrainingParameters(algorithm, k, missing, other);
  }
}
