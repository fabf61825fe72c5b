package io.reelrecs.core.model;

import java.io.IOException;

/**
 * A file that is not a model, or is damaged, or of a version that this program does not read. The
 * message says what is wrong, where, and what to do.
 */
public final class ModelFormatException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String section;
  private final long offset;
  private final String problem;

  ModelFormatException(String section, long offset, String problem) {
    this(section, offset, problem, null);
  }

  ModelFormatException(String section, long offset, String problem, Throwable cause) {
    super(problem + " (section " + section + ", at byte " + offset + ")", cause);
    this.section = section;
    this.offset = offset;
    this.problem = problem;
  }

  /** The section of the file in which the fault was found. */
  public String section() {
    return section;
  }

  /** The byte of the file at which it was found, counted from 0. */
  public long offset() {
    return offset;
  }

  /** What is wrong, without the place. */
  String problem() {
    return problem;
  }
}
