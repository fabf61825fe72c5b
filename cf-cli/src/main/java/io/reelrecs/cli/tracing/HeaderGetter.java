package io.reelrecs.cli.tracing;

import io.grpc.Metadata;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Reads the headers of a call for OpenTelemetry. */
enum HeaderGetter implements TextMapGetter<Metadata> {
  INSTANCE;

  @Override
  @SuppressWarnings("deprecation") // abstract still
  public Iterable<String> keys(Metadata headers) {
    return headers.keys();
  }

  @Override
  public String get(Metadata headers, String key) {
    return headers == null
        ? null
        : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
  }
}
