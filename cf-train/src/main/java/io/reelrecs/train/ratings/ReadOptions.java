package io.reelrecs.train.ratings;

import java.util.Objects;

/**
 * How a ratings file is read.
 *
 * @param onBadRow what to do with a malformed line
 * @param maxBadRows with {@link OnBadRow#SKIP}, the number of lines that may be left out, at least
 *     0; one more stops the reading. Not looked at with {@link OnBadRow#FAIL}.
 * @param threads threads that read, at least 1; what is read does not depend on it
 */
public record ReadOptions(OnBadRow onBadRow, long maxBadRows, int threads) {

  /** How many malformed lines are left out at most, where nothing else is said. */
  public static final long DEFAULT_MAX_BAD_ROWS = 1_000;

  /** Checks the values. */
  public ReadOptions {
    Objects.requireNonNull(onBadRow, "onBadRow");
    if (maxBadRows < 0) {
      throw new IllegalArgumentException("maxBadRows must be >= 0, actual: " + maxBadRows);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }

  /** Reads on the caller's thread alone. */
  public ReadOptions(OnBadRow onBadRow, long maxBadRows) {
    this(onBadRow, maxBadRows, 1);
  }

  /** The first malformed line stops the reading; the caller's thread reads alone. */
  public static ReadOptions defaults() {
    return new ReadOptions(OnBadRow.FAIL, DEFAULT_MAX_BAD_ROWS);
  }

  /** The same with another {@link #onBadRow}. */
  public ReadOptions withOnBadRow(OnBadRow value) {
    return new ReadOptions(value, maxBadRows, threads);
  }

  /** The same with another {@link #maxBadRows}. */
  public ReadOptions withMaxBadRows(long value) {
    return new ReadOptions(onBadRow, value, threads);
  }

  /** The same with another number of {@link #threads}. */
  public ReadOptions withThreads(int value) {
    return new ReadOptions(onBadRow, maxBadRows, value);
  }
}
