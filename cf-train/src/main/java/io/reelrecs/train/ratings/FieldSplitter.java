package io.reelrecs.train.ratings;

import java.util.Arrays;

/**
 * Splits a line into fields.
 *
 * <p>A field's bounds leave out the spaces and tabs around it and, in CSV, its quotes. Not
 * thread-safe: it is used again for each line.
 */
final class FieldSplitter {

  private final RatingsFormat format;
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int count;
  private int openQuote;

  FieldSplitter(RatingsFormat format) {
    this.format = format;
  }

  /** Splits bytes {@code from .. to - 1}, a line without its end. */
  void split(byte[] b, int from, int to) {
    count = 0;
    openQuote = -1;
    int start = from;
    while (true) {
      int end = fieldEnd(b, start, to);
      add(b, start, end);
      if (end == to) {
        return;
      }
      start = end + (format == RatingsFormat.DAT ? 2 : 1);
    }
  }

  private int fieldEnd(byte[] b, int start, int to) {
    return switch (format) {
      case DAT -> doubleColon(b, start, to);
      case TSV -> find(b, start, to, (byte) '\t');
      case CSV -> csvFieldEnd(b, start, to);
    };
  }

  private static int doubleColon(byte[] b, int from, int to) {
    for (int p = from; p + 1 < to; p++) {
      if (b[p] == ':' && b[p + 1] == ':') {
        return p;
      }
    }
    return to;
  }

  static int find(byte[] b, int from, int to, byte what) {
    int p = from;
    while (p < to && b[p] != what) {
      p++;
    }
    return p;
  }

  private int csvFieldEnd(byte[] b, int from, int to) {
    int p = skipBlanks(b, from, to);
    if (p < to && b[p] == '"') {
      // Past the closing quote. A doubled one closes and opens again, which comes to the same.
      int open = p;
      boolean inside = true;
      for (p++; p < to && (inside || b[p] != ','); p++) {
        inside ^= b[p] == '"';
      }
      if (inside) {
        openQuote = open;
      }
      return p;
    }
    return find(b, p, to, (byte) ',');
  }

  private static int skipBlanks(byte[] b, int from, int to) {
    int p = from;
    while (p < to && isBlank(b[p])) {
      p++;
    }
    return p;
  }

  static boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  private void add(byte[] b, int from, int to) {
    int start = skipBlanks(b, from, to);
    int end = to;
    while (end > start && isBlank(b[end - 1])) {
      end--;
    }
    if (format == RatingsFormat.CSV && end - start >= 2 && b[start] == '"' && b[end - 1] == '"') {
      start++;
      end--;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** The number of fields, at least 1. */
  int count() {
    return count;
  }

  /** Index of a field's first byte. */
  int start(int field) {
    return starts[field];
  }

  /** Index after a field's last byte. */
  int end(int field) {
    return ends[field];
  }

  /** Index of a quote that is not closed, or -1. */
  int openQuote() {
    return openQuote;
  }
}
