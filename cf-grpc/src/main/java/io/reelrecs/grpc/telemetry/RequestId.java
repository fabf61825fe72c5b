package io.reelrecs.grpc.telemetry;

import io.grpc.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Finds or makes the id of a request. */
final class RequestId {

  static final Metadata.Key<String> KEY =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  static final int MAX_LENGTH = 128;

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private RequestId() {}

  static String of(Metadata headers) {
    String given = headers.get(KEY);
    return given != null && isFit(given) ? given : random();
  }

  /** Whether it can go into a header and a line of a log as it is. */
  private static boolean isFit(String id) {
    if (id.isEmpty() || id.length() > MAX_LENGTH) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String random() {
    long bits = ThreadLocalRandom.current().nextLong();
    byte[] digits = new byte[16];
    for (int i = 0; i < digits.length; i++) {
      digits[i] = HEX[(int) (bits >>> (4 * i)) & 15];
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }
}
