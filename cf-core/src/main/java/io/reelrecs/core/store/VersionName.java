package io.reelrecs.core.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a version may be called: a plain file name that cannot lead out of its folder. */
final class VersionName {

  private static final int MAX_LENGTH = 100;

  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0," + (MAX_LENGTH - 1) + "}");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private VersionName() {}

  static boolean isValid(String name) {
    return PLAIN.matcher(name).matches();
  }

  /** The name itself. */
  static String check(String name) {
    if (!isValid(name)) {
      throw new IllegalArgumentException(
          "version must be 1 to "
              + MAX_LENGTH
              + " letters, digits and . _ @ + -, the first a letter or digit, actual: "
              + name);
    }
    return name;
  }

  /** A name for a version of that time, which sorts by time: 20261129-140312-417, in UTC. */
  static String of(Instant time) {
    return TIME.format(time);
  }
}
