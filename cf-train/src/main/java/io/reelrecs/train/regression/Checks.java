package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Strength;
import java.util.Objects;

/** What both regressions ask of their caller. */
final class Checks {

  private Checks() {}

  static void similarity(double shrinkage, double countWeight) {
    positive("shrinkage", shrinkage);
    notNegative("countWeight", countWeight);
  }

  static void penalty(double regularization, double exponent) {
    positive("regularization", regularization);
    if (!(exponent >= 0 && exponent <= 1)) {
      throw new IllegalArgumentException("exponent must be in [0, 1], actual: " + exponent);
    }
  }

  static void strength(Strength strength) {
    Objects.requireNonNull(strength, "strength");
  }

  static void input(RatingMatrix ratings, Baseline baseline, int threads) {
    if (baseline.users() != ratings.users() || baseline.movies() != ratings.movies()) {
      throw new IllegalArgumentException(
          "baseline must be of the same users and movies, "
              + ratings.users()
              + " and "
              + ratings.movies()
              + ", actual: "
              + baseline.users()
              + " and "
              + baseline.movies());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  private static void positive(String what, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be > 0 and finite, actual: " + value);
    }
  }

  static void notNegative(String what, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be >= 0 and finite, actual: " + value);
    }
  }
}
