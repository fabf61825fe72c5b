package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;
import java.util.Objects;

/**
 * The latest ratings of all held out: trained on the past, tested on the future.
 *
 * <p>The cut is the timestamp at position {@code n - round(fraction n)} of all timestamps in
 * ascending order; ratings at or after it are held out. Ratings of one second stay together, so
 * that the share held out can be larger than asked for.
 *
 * <p>Immutable and thread-safe.
 */
public final class TemporalHoldOut implements Splits {

  private final RatingTable ratings;
  private final double fraction;
  private final long cut;

  private TemporalHoldOut(RatingTable ratings, double fraction, long cut) {
    this.ratings = ratings;
    this.fraction = fraction;
    this.cut = cut;
  }

  /**
   * Holds out the latest ratings.
   *
   * @param fraction the share to hold out, in {@code (0, 1)}
   * @throws IllegalArgumentException if the fraction is out of range, or the ratings' timestamps do
   *     not tell early from late: all are equal, or so many that nothing lies before the cut
   */
  public static TemporalHoldOut of(RatingTable ratings, double fraction) {
    Fraction.check("fraction", fraction);
    RatingTable settled = Rows.settled(ratings);
    if (settled.size() == 0) {
      throw new IllegalArgumentException("there must be at least one rating to hold out from");
    }
    long[] times = new long[settled.size()];
    Arrays.setAll(times, settled::timestampAt);
    Arrays.sort(times);
    if (times[0] == times[times.length - 1]) {
      throw new IllegalArgumentException(
          "a temporal hold-out needs real timestamps, but all "
              + times.length
              + " ratings have the same one, "
              + times[0]
              + "; use k-fold or a per-user hold-out instead");
    }
    long cut =
        times[Math.min(times.length - 1, times.length - Fraction.of(fraction, times.length))];
    if (cut == times[0]) {
      throw new IllegalArgumentException(
          "fraction must leave ratings before the cut, actual: "
              + fraction
              + ", which cuts at the earliest timestamp, "
              + cut);
    }
    return new TemporalHoldOut(settled, fraction, cut);
  }

  /** The first timestamp that is held out. */
  public long cut() {
    return cut;
  }

  @Override
  public String describe() {
    return "temporal hold-out of " + fraction + ", from timestamp " + cut;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Split split(int i) {
    Objects.checkIndex(i, 1);
    return new Split(
        "hold-out",
        Rows.where(ratings, row -> ratings.timestampAt(row) < cut),
        Rows.where(ratings, row -> ratings.timestampAt(row) >= cut));
  }
}
