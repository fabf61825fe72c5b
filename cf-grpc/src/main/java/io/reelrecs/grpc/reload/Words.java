package io.reelrecs.grpc.reload;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Failures in words for a line of a log. */
final class Words {

  private Words() {}

  static String of(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String words;
    if (failure instanceof NoSuchFileException) {
      words = message + ": no such file";
    } else if (failure instanceof AccessDeniedException) {
      words = message + ": permission denied";
    } else if (failure instanceof OutOfMemoryError) {
      words = "the heap of " + (Runtime.getRuntime().maxMemory() >> 20) + " MB is too small for it";
    } else if (failure.getMessage() == null || !(failure instanceof java.io.IOException)) {
      words = failure.toString();
    } else {
      words = message;
    }
    return words.replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }

  static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }
}
