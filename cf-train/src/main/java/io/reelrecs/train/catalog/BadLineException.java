package io.reelrecs.train.catalog;

/** What is wrong with a line of a movies file; the file and the line are added further up. */
final class BadLineException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int column;
  private final String found;
  private final String expected;

  /**
   * A bad line.
   *
   * @param column 1-based, 0 where it is about the line as a whole
   * @param found noun phrase
   * @param expected noun phrase
   */
  BadLineException(int column, String found, String expected) {
    super("found " + found + ", expected " + expected);
    this.column = column;
    this.found = found;
    this.expected = expected;
  }

  int column() {
    return column;
  }

  String found() {
    return found;
  }

  String expected() {
    return expected;
  }
}
