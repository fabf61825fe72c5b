package io.reelrecs.grpc.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Metadata;
import org.junit.jupiter.api.Test;

class TraceParentTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";

  @Test
  void traceId_wellFormed_isRead() {
    assertThat(TraceParent.traceId(headers("00-" + TRACE + "-" + SPAN + "-01"))).contains(TRACE);
    assertThat(TraceParent.traceId(headers("cc-" + TRACE + "-" + SPAN + "-00-more")))
        .contains(TRACE);
  }

  @Test
  void traceId_malformed_isIgnored() {
    assertIgnored("");
    assertIgnored("00-" + TRACE + "-" + SPAN);
    assertIgnored("ff-" + TRACE + "-" + SPAN + "-01");
    assertIgnored("00-" + "0".repeat(32) + "-" + SPAN + "-01");
    assertIgnored("00-" + TRACE + "-" + "0".repeat(16) + "-01");
    assertIgnored("00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + SPAN + "-01");
    assertThat(TraceParent.traceId(new Metadata())).isEmpty();
  }

  private static void assertIgnored(String value) {
    assertThat(TraceParent.traceId(headers(value))).isEmpty();
  }

  private static Metadata headers(String value) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), value);
    return headers;
  }
}
