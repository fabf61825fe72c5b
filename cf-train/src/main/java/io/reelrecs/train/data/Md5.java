package io.reelrecs.train.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checksum that GroupLens publishes. It guards against damage, not against forgery. */
final class Md5 {

  private static final Pattern DIGITS =
      Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{32}(?![0-9A-Za-z])");

  private Md5() {}

  /** The checksum of a file, in lower case hexadecimal digits. */
  static String of(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IOException("this Java has no MD5, which every Java must have", e);
    }
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        digest.update(buffer, 0, size);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The checksum in a published file, "MD5 (ml-1m.zip) = 0123..." or "0123... ml-1m.zip". */
  static Optional<String> parse(String published) {
    Matcher matcher = DIGITS.matcher(published);
    return matcher.find()
        ? Optional.of(matcher.group().toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
