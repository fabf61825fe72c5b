package io.reelrecs.train.ratings;

/** What a line is: ends with LF or CR LF; blank if it has nothing but spaces and tabs. */
final class Lines {

  private Lines() {}

  /** The end of a line without the carriage return that it may end with. */
  static int trimReturn(byte[] b, int from, int to) {
    return to > from && b[to - 1] == '\r' ? to - 1 : to;
  }

  /** Whether these bytes are spaces and tabs only; blank lines are ignored in every format. */
  static boolean isBlank(byte[] b, int from, int to) {
    for (int p = from; p < to; p++) {
      if (!FieldSplitter.isBlank(b[p])) {
        return false;
      }
    }
    return true;
  }
}
