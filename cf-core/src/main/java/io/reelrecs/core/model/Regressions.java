package io.reelrecs.core.model;

import io.reelrecs.core.matrix.FloatMatrix;

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

  static void checkFinite(String what, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(what + " must be finite, actual: " + value);
      }
    }
  }

  static void checkSquare(String what, FloatMatrix matrix) {
    if (matrix.rows() != matrix.columns()) {
      throw new IllegalArgumentException(
          what + " must be square, actual: " + matrix.rows() + " x " + matrix.columns());
    }
  }
}
