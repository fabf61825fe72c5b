package io.reelrecs.train.ratings;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Input data that cannot be used: which file and where in it, what was found, what was expected,
 * and what to do next.
 *
 * <p>{@link #getMessage} is for people and complete, for example {@code ratings.dat, line 7, column
 * 9: found "abc", expected a rating: a finite number such as 4 or 3.5. Correct the line, or leave
 * out bad lines with --on-bad-row skip.}
 */
public final class BadDataException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final long line;
  private final int column;
  private final String found;
  private final String expected;
  private final String advice;

  /**
   * Bad data at a place in a file.
   *
   * @param file the file
   * @param line 1-based line, 0 where it is about the file as a whole
   * @param column 1-based column in characters, 0 where it is about the line as a whole
   * @param found what was found, a noun phrase: "a directory"
   * @param expected what was expected, a noun phrase: "a ratings file"
   * @param advice what to do next, in full sentences
   */
  public BadDataException(
      Path file, long line, int column, String found, String expected, String advice) {
    this(file, line, column, found, expected, advice, null);
  }

  /**
   * Bad data at a place in a file, as the other constructor, with a cause.
   *
   * @param cause what was thrown underneath, or null
   */
  public BadDataException(
      Path file,
      long line,
      int column,
      String found,
      String expected,
      String advice,
      Throwable cause) {
    super(message(file, line, column, found, expected, advice), cause);
    this.file = Objects.requireNonNull(file, "file");
    this.line = line;
    this.column = column;
    this.found = found;
    this.expected = expected;
    this.advice = advice;
  }

  private static String message(
      Path file, long line, int column, String found, String expected, String advice) {
    return file
        + (line > 0 ? ", line " + line : "")
        + (column > 0 ? ", column " + column : "")
        + ": found "
        + found
        + ", expected "
        + expected
        + ". "
        + advice;
  }

  /** The file; null after deserialization. */
  public Path file() {
    return file;
  }

  /** The 1-based line, or 0 where this is about the file as a whole. */
  public long line() {
    return line;
  }

  /** The 1-based column in characters, or 0 where this is about the line or file as a whole. */
  public int column() {
    return column;
  }

  /** What was found: a noun phrase. */
  public String found() {
    return found;
  }

  /** What was expected: a noun phrase. */
  public String expected() {
    return expected;
  }

  /** What to do next: full sentences. */
  public String advice() {
    return advice;
  }
}
