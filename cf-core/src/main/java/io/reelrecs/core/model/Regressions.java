package io.reelrecs.core.model;

import io.reelrecs.core.matrix.ScaledMatrix;

/** What the two regressions check alike. */
final class Regressions {

  private static final double MOST = 1e6;

  private Regressions() {}

  static void checkParameters(double shrinkage, double countWeight) {
    if (!(shrinkage > 0 && shrinkage < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shrinkage must be > 0 and finite, actual: " + shrinkage);
    }
    if (!(countWeight >= 0 && countWeight <= MOST)) {
      throw new IllegalArgumentException("countWeight must be in [0, 1e6], actual: " + countWeight);
    }
  }

  static float[] checkFinite(String what, float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value * 0; // 0 for a finite value alone, and without a branch
    }
    for (int i = 0; sum != 0 && i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(what + " must be finite, actual: " + values[i]);
      }
    }
    return values;
  }

  static void checkSquare(String what, ScaledMatrix matrix) {
    if (matrix.rows() != matrix.columns()) {
      throw new IllegalArgumentException(
          what + " must be square, actual: " + matrix.rows() + " x " + matrix.columns());
    }
  }
}
