package io.reelrecs.train.evaluate.split;

/** Shares of counts. Stateless. */
final class Fraction {

  private Fraction() {}

  static void check(String name, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException(
          name + " must be between 0 and 1, both left out, actual: " + fraction);
    }
  }

  /** {@code fraction * count}, rounded to the nearest, halves up. */
  static int of(double fraction, int count) {
    return (int) Math.floor(fraction * count + 0.5);
  }
}
