package io.reelrecs.train.input;

import java.io.IOException;

/** A file that cannot be read as text: what was found, what was expected and what to do next. */
public final class SourceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String found;
  private final String expected;
  private final String advice;

  /**
   * What was found instead of what was expected.
   *
   * @param found noun phrase, such as "a directory"
   * @param expected noun phrase, such as "a ratings file"
   * @param advice full sentence: what to do next
   * @param cause what the JDK said, or null
   */
  public SourceException(String found, String expected, String advice, Throwable cause) {
    super("found " + found + ", expected " + expected + ". " + advice, cause);
    this.found = found;
    this.expected = expected;
    this.advice = advice;
  }

  /** What was found: a noun phrase. */
  public String found() {
    return found;
  }

  /** What was expected: a noun phrase. */
  public String expected() {
    return expected;
  }

  /** What to do next: a full sentence. */
  public String advice() {
    return advice;
  }
}
