package io.reelrecs.cli.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.grpc.Metadata;
import io.grpc.Status;
import io.reelrecs.grpc.telemetry.CallSpan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real spans to a collector of our own, over a real socket. */
@Timeout(60)
class TracingTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";

  /** What was sent, each byte as the character of that number. */
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  private HttpServer collector;

  @BeforeEach
  void collect() throws Exception {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void span_ofATracedCaller_isSentAsPartOfItsTrace() throws Exception {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER),
        "00-" + TRACE + "-" + PARENT + "-01");
    try (Tracing tracing = start()) {
      CallSpan span = tracing.spans().begin("a.Service/Method", headers);
      assertThat(span.traceId()).isEqualTo(TRACE);
      span.end(Status.INTERNAL);
    }

    String sent = received.poll(30, TimeUnit.SECONDS);
    assertThat(sent)
        .contains(bytes(TRACE), bytes(PARENT), "a.Service/Method")
        .contains("rpc.system", "rpc.service", "rpc.method", "rpc.grpc.status_code", "INTERNAL")
        .contains("service.name");
  }

  @Test
  void span_ofAnUntracedCaller_beginsATrace() throws Exception {
    try (Tracing tracing = start()) {
      CallSpan span = tracing.spans().begin("a.Service/Method", new Metadata());
      assertThat(span.traceId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
      span.end(Status.OK);
    }

    assertThat(received.poll(30, TimeUnit.SECONDS)).contains("a.Service/Method");
  }

  @Test
  void healthChecks_areNotTraced() {
    try (Tracing tracing = start()) {
      assertThat(tracing.spans().begin("grpc.health.v1.Health/Check", new Metadata())).isNull();
    }

    assertThat(received).isEmpty();
  }

  @Test
  void start_configuredWrongly_saysSo() {
    assertThatThrownBy(() -> Tracing.start(Map.of("otel.traces.exporter", "carrier-pigeon")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("tracing cannot start as OpenTelemetry is configured: ")
        .hasMessageContaining("carrier-pigeon");
  }

  private Tracing start() {
    String port = Integer.toString(collector.getAddress().getPort());
    return Tracing.start(
        Map.of(
            "otel.traces.exporter",
            "otlp",
            "otel.exporter.otlp.endpoint",
            "http://127.0.0.1:" + port));
  }

  private static String bytes(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }
}
