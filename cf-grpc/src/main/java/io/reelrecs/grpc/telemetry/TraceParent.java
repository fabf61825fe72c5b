package io.reelrecs.grpc.telemetry;

import io.grpc.Metadata;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the header of W3C Trace Context, level 1. */
final class TraceParent {

  private static final Metadata.Key<String> KEY =
      Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER);

  private static final Pattern FORM =
      Pattern.compile(
          "(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");

  private TraceParent() {}

  /** The id of the trace; empty where there is no such header, or one that is not well-formed. */
  static Optional<String> traceId(Metadata headers) {
    String value = headers.get(KEY);
    if (value == null) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(value);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
