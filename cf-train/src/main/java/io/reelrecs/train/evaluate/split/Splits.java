package io.reelrecs.train.evaluate.split;

import java.util.Objects;

/**
 * Splits of one protocol, made when they are asked for: a fold of many ratings is not kept.
 *
 * <p>Implementations are immutable and thread-safe, and give the same split each time.
 */
public interface Splits {

  /** The protocol and its parameters in words: "5-fold, seed 1". */
  String describe();

  /** The number of splits, at least 1. */
  int size();

  /**
   * Makes a split. Costs a copy of its ratings.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   * @throws IllegalArgumentException if a side of it would be empty
   */
  Split split(int i);

  /** The first {@code count} of these, or all where there are no more. */
  default Splits first(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, actual: " + count);
    }
    Splits all = this;
    return new Splits() {
      @Override
      public String describe() {
        return size() == all.size()
            ? all.describe()
            : all.describe() + ", the first " + size() + " of " + all.size();
      }

      @Override
      public int size() {
        return Math.min(count, all.size());
      }

      @Override
      public Split split(int i) {
        return all.split(Objects.checkIndex(i, size()));
      }
    };
  }
}
