package io.reelrecs.train.ratings;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Decimal digits, eight at a time.
 *
 * <p>Eight bytes are read as one number, the first byte lowest. The exclusive or with "00000000"
 * leaves 0 .. 9 in the bytes that are digits; adding 118 sets the high bit of those that are none.
 * The lowest such bit says how many digits there are. They are shifted up, so that zeros come
 * before them, and three multiplications join neighbors: to two digits each, to four, to eight.
 * There is no branch on the number of digits, which is what a processor cannot guess.
 */
final class Digits {

  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ZEROS = 0x3030303030303030L;
  private static final long TO_HIGH_BIT = 0x7676767676767676L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Digits() {}

  /** The eight bytes at {@code at}, which must be there. */
  static long load(byte[] b, int at) {
    return (long) EIGHT_BYTES.get(b, at);
  }

  /** How many of the bytes are digits before the first that is none, 0 to 8. */
  static int count(long bytes) {
    long digits = bytes ^ ZEROS;
    // A carry out of a byte comes from one that is no digit: the lowest high bit is right.
    long others = ((digits + TO_HIGH_BIT) | digits) & HIGH_BITS;
    return Long.numberOfTrailingZeros(others) >>> 3;
  }

  /** The number that the first {@code count} bytes are, which must be digits; at least one. */
  static long value(long bytes, int count) {
    long digits = (bytes ^ ZEROS) << (64 - 8 * count);
    long pairs = digits * 10 + (digits >>> 8);
    long odd = (pairs & 0x000000FF_000000FFL) * (100 + (1_000_000L << 32));
    long even = ((pairs >>> 16) & 0x000000FF_000000FFL) * (1 + (10_000L << 32));
    return (odd + even) >>> 32;
  }
}
