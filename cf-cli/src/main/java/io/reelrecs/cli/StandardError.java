package io.reelrecs.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;

/**
 * The user's real standard error. With the Vector API module the JVM prints a warning to file
 * descriptor 2 that no option silences, so the launcher puts a filter there and keeps the real one
 * as another descriptor, named by the property {@code reelrecs.stderr.fd}. Writing to that one
 * keeps our messages in order with standard output, and complete when the process ends.
 *
 * <p>The descriptor is taken over by its number: opening {@code /dev/fd/3} would start at offset 0
 * of a file that the user appends to. That needs {@code java.io} opened, which the jar's manifest
 * does; where anything is missing, the JVM's own stream serves.
 */
final class StandardError {

  private StandardError() {}

  /** The launcher's descriptor if there is one, otherwise the present {@link System#err}. */
  static PrintStream open() {
    String number = System.getProperty("reelrecs.stderr.fd", "");
    if (!number.matches("[1-9][0-9]?")) {
      return System.err;
    }
    try {
      Constructor<FileDescriptor> constructor =
          FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      FileDescriptor descriptor = constructor.newInstance(Integer.parseInt(number));
      return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return System.err;
    }
  }
}
