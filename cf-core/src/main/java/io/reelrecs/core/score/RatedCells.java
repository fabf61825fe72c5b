package io.reelrecs.core.score;

import io.reelrecs.core.matrix.JointMatrices;
import java.util.Arrays;

/**
 * What a profile brings into sums over matrices: where the cells of its movies stand in a row, and
 * its residuals and weights as whole numbers of a step. They are off by at most half a step, a part
 * in 2^31 of the largest. Working memory of one thread.
 */
final class RatedCells {

  private static final double MOST = 1 << 30;

  int[] place = {};

  /** The residual of the movie whose cell that is. */
  int[] residual = {};

  /** Its weight. */
  int[] weight = {};

  /** What residuals are multiplied by. */
  double residualStep;

  /** What weights are multiplied by. */
  double weightStep;

  private long[] keys = {};

  /**
   * Takes a profile in.
   *
   * @param ascending whether places are to ascend, so that a row is walked in one direction; pays
   *     where many rows are. The sums are the same
   */
  void fill(JointMatrices matrices, Profile profile, boolean ascending) {
    int n = profile.size;
    if (place.length < n) {
      int room = Math.max(n, 2 * place.length);
      place = new int[room];
      residual = new int[room];
      weight = new int[room];
      keys = new long[room];
    }
    matrices.places(profile.movie, n, place);
    residualStep = largest(profile.residual, n) / MOST;
    weightStep = largest(profile.weight, n) / MOST;
    double residualsPerStep = residualStep > 0 ? 1 / residualStep : 0;
    double weightsPerStep = weightStep > 0 ? 1 / weightStep : 0;
    if (ascending) {
      sort(n);
    }
    for (int i = 0; i < n; i++) {
      int p = ascending ? (int) keys[i] : i;
      residual[i] = (int) Math.rint(profile.residual[p] * residualsPerStep);
      weight[i] = (int) Math.rint(profile.weight[p] * weightsPerStep);
    }
  }

  private void sort(int n) {
    for (int p = 0; p < n; p++) {
      keys[p] = ((long) place[p] << Integer.SIZE) + p;
    }
    Arrays.sort(keys, 0, n);
    for (int i = 0; i < n; i++) {
      place[i] = (int) (keys[i] >>> Integer.SIZE);
    }
  }

  private static double largest(double[] values, int n) {
    double largest = 0;
    for (int p = 0; p < n; p++) {
      largest = Math.max(largest, Math.abs(values[p]));
    }
    return largest;
  }
}
