package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * A random share of all ratings held out, once or several times over; also the inner split to tune
 * on: hand it the training part of a split.
 *
 * <p>The assignment of hold-out {@code i}: the ratings that stay (as in {@link KFold}) are numbered
 * in file order, the numbers shuffled by {@code SplitMix64.stream(seed, i)}, and those at the first
 * {@code round(fraction n)} positions held out.
 *
 * <p>Immutable and thread-safe.
 */
public final class RandomHoldOut implements Splits {

  private final RatingTable ratings;
  private final double fraction;
  private final int times;
  private final long seed;

  private RandomHoldOut(RatingTable ratings, double fraction, int times, long seed) {
    this.ratings = ratings;
    this.fraction = fraction;
    this.times = times;
    this.seed = seed;
  }

  /**
   * Hold-outs of these ratings.
   *
   * @param fraction the share to hold out, in {@code (0, 1)}
   * @param times how many hold-outs, at least 1
   * @param seed any number
   * @throws IllegalArgumentException if one of them is out of range
   */
  public static RandomHoldOut of(RatingTable ratings, double fraction, int times, long seed) {
    Fraction.check("fraction", fraction);
    if (times < 1) {
      throw new IllegalArgumentException("times must be >= 1, actual: " + times);
    }
    return new RandomHoldOut(Rows.settled(ratings), fraction, times, seed);
  }

  @Override
  public String describe() {
    return "random hold-out of " + fraction + ", seed " + seed;
  }

  @Override
  public int size() {
    return times;
  }

  @Override
  public Split split(int i) {
    Objects.checkIndex(i, times);
    int[] order = Rows.numbers(ratings.size());
    SplitMix64.stream(seed, i).shuffle(order);
    boolean[] held = new boolean[order.length];
    int count = Fraction.of(fraction, order.length);
    for (int p = 0; p < count; p++) {
      held[order[p]] = true;
    }
    return new Split(
        "hold-out " + (i + 1),
        Rows.where(ratings, row -> !held[row]),
        Rows.where(ratings, row -> held[row]));
  }
}
