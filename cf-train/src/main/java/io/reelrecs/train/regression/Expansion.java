package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.train.parallel.Workers;

/**
 * Turns the weights of users into weights of movies: for each movie {@code i} the sums {@code R_ij
 * = sum_v a_vi x_v e_vj} and {@code C_ij = sum_v a_vi c_v} over its raters v and the movies j that
 * they rated. Cost: one step for each pair of movies of each user.
 */
final class Expansion {

  /** How much longer a step takes than a pair in {@link Similarity}, about. */
  static final long EFFORT = 2;

  private final Side side;
  private final float[] scale;
  private final float[] countScale;
  private final float[] weights;
  private final float[][] residuals;
  private final float[][] counts;

  Expansion(Side side, Similarity similarity, float[] weights) {
    this.side = side;
    this.scale = similarity.scale();
    this.countScale = similarity.countScale();
    this.weights = weights;
    int movies = side.systems().count();
    residuals = new float[movies][];
    counts = new float[movies][];
  }

  void run(Workers workers, Effort effort) throws InterruptedException {
    int[] order = Order.longestFirst(side.systems());
    workers.forEach(
        order.length,
        (i, none) -> {
          long steps = fill(order[i]);
          effort.add(EFFORT * steps);
        });
  }

  /** Fills the rows of a movie, and returns the steps taken. */
  private long fill(int movie) {
    long steps = 0;
    float[] residualRow = new float[residuals.length];
    float[] countRow = new float[residuals.length];
    Lines systems = side.systems();
    for (int p = systems.start()[movie]; p < systems.start()[movie + 1]; p++) {
      int user = systems.index()[p];
      float factor = weights[p] * scale[user];
      float count = weights[p] * countScale[user];
      steps += side.compared().length(user);
      scatter(user, factor, count, residualRow, countRow);
    }
    residuals[movie] = residualRow;
    counts[movie] = countRow;
    return steps;
  }

  private void scatter(int user, float factor, float count, float[] residualRow, float[] countRow) {
    int[] index = side.compared().index();
    float[] value = side.compared().value();
    int end = side.compared().start()[user + 1];
    for (int p = side.compared().start()[user]; p < end; p++) {
      int movie = index[p];
      residualRow[movie] += factor * value[p];
      countRow[movie] += count;
    }
  }

  /** R, after {@link #run}. */
  ScaledMatrix residuals() {
    return ScaledMatrix.ofRows(residuals.length, residuals);
  }

  /** C, after {@link #run}. */
  ScaledMatrix counts() {
    return ScaledMatrix.ofRows(counts.length, counts);
  }
}
