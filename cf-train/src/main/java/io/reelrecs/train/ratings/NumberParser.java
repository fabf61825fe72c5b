package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.reelrecs.core.ids.IdIndex;

/**
 * Numbers in decimal notation, from bytes {@code from .. to - 1}: all of them and nothing else.
 *
 * <p>Complete rather than fast: {@link FastLine} reads the numbers that files are made of.
 */
final class NumberParser {

  /** What {@link #id} says of bytes that are not digits only, or none. */
  static final long NO_NUMBER = -1;

  /** What {@link #id} says of a number above {@link IdIndex#MAX_ID}. */
  static final long TOO_LARGE = -2;

  private NumberParser() {}

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean isSign(byte b) {
    return b == '+' || b == '-';
  }

  /** The index after the digits that start at {@code from}. */
  private static int skipDigits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && isDigit(b[p])) {
      p++;
    }
    return p;
  }

  /**
   * An id, or {@link #NO_NUMBER} or {@link #TOO_LARGE}; leading zeros are allowed, a sign is not.
   */
  static long id(byte[] b, int from, int to) {
    if (from == to || skipDigits(b, from, to) != to) {
      return NO_NUMBER;
    }
    long value = 0;
    for (int p = from; p < to; p++) {
      value = value * 10 + (b[p] - '0');
      if (value > IdIndex.MAX_ID) {
        return TOO_LARGE;
      }
    }
    return value;
  }

  /**
   * A rating: the float nearest to the decimal number, which may have a sign, a point and an
   * exponent. NaN if it is no number, infinite if it is beyond the range of a float; never -0.
   */
  static float rating(byte[] b, int from, int to) {
    int p = from;
    if (p < to && isSign(b[p])) {
      p++;
    }
    int whole = p;
    p = skipDigits(b, p, to);
    int digits = p - whole;
    if (p < to && b[p] == '.') {
      int fraction = p + 1;
      p = skipDigits(b, fraction, to);
      digits += p - fraction;
    }
    if (digits == 0) {
      return Float.NaN;
    }
    if (p < to && (b[p] == 'e' || b[p] == 'E')) {
      int exponent = p + 1;
      if (exponent < to && isSign(b[exponent])) {
        exponent++;
      }
      p = skipDigits(b, exponent, to);
      if (p == exponent) {
        return Float.NaN;
      }
    }
    if (p != to) {
      return Float.NaN;
    }
    return Float.parseFloat(new String(b, from, to - from, ISO_8859_1)) + 0f;
  }

  /** Whether this is a signed 64-bit integer, as {@link #timestamp} takes it. */
  static boolean isTimestamp(byte[] b, int from, int to) {
    int p = from < to && isSign(b[from]) ? from + 1 : from;
    if (p == to || skipDigits(b, p, to) != to) {
      return false;
    }
    long limit = b[from] == '-' ? Long.MIN_VALUE : -Long.MAX_VALUE;
    long negated = 0;
    for (; p < to; p++) {
      int digit = b[p] - '0';
      if (negated < Long.MIN_VALUE / 10 || negated * 10 < limit + digit) {
        return false;
      }
      negated = negated * 10 - digit;
    }
    return true;
  }

  /** The integer that {@link #isTimestamp} has seen. */
  static long timestamp(byte[] b, int from, int to) {
    long negated = 0;
    for (int p = isSign(b[from]) ? from + 1 : from; p < to; p++) {
      negated = negated * 10 - (b[p] - '0');
    }
    return b[from] == '-' ? negated : -negated;
  }
}
