package io.reelrecs.train.catalog;

/**
 * A field of a line.
 *
 * @param text its text, without quotes and without the spaces around it
 * @param column 1-based column of its first character in the line
 */
record Field(String text, int column) {

  /** The field from {@code from} to {@code to - 1} of a line. */
  static Field of(String line, int from, int to) {
    return new Field(line.substring(from, to).strip(), line.codePointCount(0, from) + 1);
  }
}
