package io.reelrecs.train.ratings;

import io.reelrecs.core.ids.IdIndex;

/**
 * Parses the lines that nearly all lines are: fields in the usual order, plain digits, a rating of
 * few digits, nothing around them. Whatever else it sees it leaves to {@link LineParser}; what it
 * accepts, it reads as that one does.
 *
 * <p>Bytes are read once, forward, without a look at the end of the array: every line ends with a
 * line feed, and nothing here goes past one. Not thread-safe.
 */
final class FastLine {

  /** What {@link #parse} says of a line that is not for it. */
  static final int NOT_PLAIN = -1;

  /** So many digits fit into a float's 24 bits: one exact division then rounds correctly. */
  private static final int RATING_DIGITS = 7;

  private static final float[] POWERS_OF_TEN = {1, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f};

  /** So many digits always fit into 64 bits. */
  private static final int TIMESTAMP_DIGITS = 18;

  /** The digits of {@link IdIndex#MAX_ID}. */
  private static final int ID_DIGITS = 10;

  private final byte delimiter;
  private final int delimiterLength;
  private final boolean timestamps;

  /** The position after the number that was read last. */
  private int at;

  /** A parser for lines of this layout, which must be plain. */
  FastLine(Layout layout) {
    delimiter =
        switch (layout.format()) {
          case DAT -> (byte) ':';
          case CSV -> (byte) ',';
          case TSV -> (byte) '\t';
        };
    delimiterLength = layout.format() == RatingsFormat.DAT ? 2 : 1;
    timestamps = layout.timestamp() != Layout.NONE;
  }

  /**
   * Parses the line that starts at {@code from} into {@code row}.
   *
   * @return where the next line starts, or {@link #NOT_PLAIN}
   */
  int parse(byte[] b, int from, Row row) {
    long user = digits(b, from);
    int userEnd = at;
    if (isNoId(user, userEnd - from) || isNoDelimiter(b, userEnd)) {
      return NOT_PLAIN;
    }
    int movieStart = userEnd + delimiterLength;
    long movie = digits(b, movieStart);
    int movieEnd = at;
    if (isNoId(movie, movieEnd - movieStart) || isNoDelimiter(b, movieEnd)) {
      return NOT_PLAIN;
    }
    float rating = rating(b, movieEnd + delimiterLength);
    if (rating < 0) {
      return NOT_PLAIN;
    }
    long timestamp = 0;
    if (timestamps) {
      if (isNoDelimiter(b, at)) {
        return NOT_PLAIN;
      }
      int start = at + delimiterLength;
      timestamp = digits(b, start);
      if (at == start || at - start > TIMESTAMP_DIGITS) {
        return NOT_PLAIN;
      }
    }
    int end = at;
    if (b[end] == '\r') {
      end++;
    }
    if (b[end] != '\n') {
      return NOT_PLAIN;
    }
    row.user = (int) user;
    row.movie = (int) movie;
    row.rating = rating;
    row.timestamp = timestamp;
    return end + 1;
  }

  private static boolean isNoId(long value, int digits) {
    return digits == 0 || digits > ID_DIGITS || value > IdIndex.MAX_ID;
  }

  private boolean isNoDelimiter(byte[] b, int p) {
    return b[p] != delimiter || b[p + delimiterLength - 1] != delimiter;
  }

  /** The number at {@code from}; wrong where it has more than 18 digits. Sets {@link #at}. */
  private long digits(byte[] b, int from) {
    if (from + Long.BYTES > b.length) {
      return moreDigits(b, from, 0);
    }
    long bytes = Digits.load(b, from);
    int count = Digits.count(bytes);
    if (count == Long.BYTES) {
      return moreDigits(b, from + count, Digits.value(bytes, count));
    }
    at = from + count;
    return count == 0 ? 0 : Digits.value(bytes, count);
  }

  /** A number that begins with {@code value} and goes on at {@code from}. Sets {@link #at}. */
  private long moreDigits(byte[] b, int from, long value) {
    int p = from;
    long number = value;
    for (int digit; (digit = b[p] - '0') >= 0 && digit <= 9; p++) {
      number = number * 10 + digit;
    }
    at = p;
    return number;
  }

  /** The rating at {@code from}, or -1 where it is not plain. Sets {@link #at}. */
  private float rating(byte[] b, int from) {
    // Digit by digit: there are one or two, and always as many, which a processor guesses.
    long value = moreDigits(b, from, 0);
    int digits = at - from;
    if (b[at] != '.') {
      return digits > 0 && digits <= RATING_DIGITS ? value : -1;
    }
    int point = at;
    value = moreDigits(b, point + 1, value);
    digits = at - 1 - from;
    return digits > 0 && digits <= RATING_DIGITS ? value / POWERS_OF_TEN[at - 1 - point] : -1;
  }
}
