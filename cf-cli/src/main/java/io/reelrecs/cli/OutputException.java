package io.reelrecs.cli;

import java.io.IOException;
import java.util.Locale;

/** Standard output could not be written to. Ends the command: nobody would get its answers. */
final class OutputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutputException(IOException cause) {
    super(cause);
  }

  @Override
  public synchronized IOException getCause() {
    return (IOException) super.getCause();
  }

  /** Whether the reader went away ({@code | head}), which is no error, unlike a full disk. */
  boolean isClosedByReader() {
    String message = String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("broken pipe") || message.contains("pipe is being closed");
  }
}
