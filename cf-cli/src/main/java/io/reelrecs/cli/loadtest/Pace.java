package io.reelrecs.cli.loadtest;

/**
 * How often requests are due.
 *
 * @param perSecond requests a second, above 0; infinite where the next one is due as soon as one is
 *     answered (a closed loop)
 * @param arrivals how they are spread over the time; not looked at where the rate is infinite
 */
public record Pace(double perSecond, Arrivals arrivals) {

  /** As fast as the server answers. */
  public static final Pace MAX = new Pace(Double.POSITIVE_INFINITY, Arrivals.CONSTANT);

  /** The highest rate that a schedule in nanoseconds has room for. */
  private static final double MOST = 10_000_000;

  /** How requests are spread over the time. */
  public enum Arrivals {
    /** At equal distances. */
    CONSTANT,
    /** Independently of each other, as from many clients that do not know of each other. */
    POISSON
  }

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is not above 0 and at most 10 million, or infinite
   */
  public Pace {
    if (!(perSecond > 0 && (perSecond <= MOST || perSecond == Double.POSITIVE_INFINITY))) {
      throw new IllegalArgumentException(
          "rate must be above 0 and at most 10000000, or max, actual: " + perSecond);
    }
  }

  /** Whether there is no rate, but requests follow answers. */
  public boolean isMax() {
    return perSecond == Double.POSITIVE_INFINITY;
  }
}
