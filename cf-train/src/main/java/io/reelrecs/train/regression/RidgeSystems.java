package io.reelrecs.train.regression;

import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.train.parallel.Workers;

/**
 * The systems of one side, each over the things of its line.
 *
 * @param side whose systems
 * @param kernel K, of which the lower triangle is read
 * @param scale x, for each thing
 * @param regularization penalty of a system of 100 things
 * @param exponent how it grows with their number
 */
@SuppressWarnings("ArrayRecordComponent") // read in inner loops, never changed
record RidgeSystems(
    Side side, float[][] kernel, float[] scale, double regularization, double exponent) {

  /** How much longer a pair takes here than in {@link Similarity}, about. */
  static final long EFFORT = 4;

  /**
   * Solves all, the long ones first.
   *
   * @return the weights, by position in the lines
   */
  float[] solve(Workers workers, Effort effort) throws InterruptedException {
    Lines lines = side.systems();
    float[] weights = new float[lines.value().length];
    int[] order = Order.longestFirst(lines);
    workers.forEach(
        order.length,
        RidgeSystem::new,
        (i, system) -> {
          int line = order[i];
          int size = lines.length(line);
          if (size > 0) {
            double penalty = MovieRegression.penalty(regularization, exponent, size);
            system.solve(kernel, scale, lines, line, (float) penalty);
            System.arraycopy(system.solution(), 0, weights, lines.start()[line], size);
          }
          effort.add(EFFORT * size * size);
        });
    return weights;
  }
}
