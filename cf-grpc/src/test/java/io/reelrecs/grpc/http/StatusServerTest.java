package io.reelrecs.grpc.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.reelrecs.grpc.Readiness;
import io.reelrecs.grpc.metrics.Exposition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatusServerTest {

  private static final String PROTOBUF_FIRST =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;"
          + "q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3";

  private final HttpClient client = HttpClient.newHttpClient();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.READY);
  private StatusServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        StatusServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), registry, readiness::get);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void readyz_followsReadinessAndSaysWhyNot() throws Exception {
    assertPage(get("/readyz"), 200, "ready\n");

    readiness.set(Readiness.not("the model is being loaded"));
    assertPage(get("/readyz"), 503, "not ready: the model is being loaded\n");
    assertPage(get("/livez"), 200, "alive\n");

    readiness.set(Readiness.READY);
    assertPage(get("/readyz"), 200, "ready\n");
  }

  @Test
  void otherPathsAndMethods_areRefused() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/metricsand").statusCode()).isEqualTo(404);
    assertThat(get("/livez/x").statusCode()).isEqualTo(404);
    HttpResponse<String> post =
        client.send(
            to("/metrics").POST(BodyPublishers.ofString("x")).build(), BodyHandlers.ofString());
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
  }

  @Test
  void head_tellsTheSameWithoutABody() throws Exception {
    readiness.set(Readiness.not("no"));

    HttpResponse<String> head =
        client.send(
            to("/readyz").method("HEAD", BodyPublishers.noBody()).build(), BodyHandlers.ofString());

    assertThat(head.statusCode()).isEqualTo(503);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void metrics_areInTheFormatThatTheClientAccepts() throws Exception {
    Counter.builder().name("eggs_total").help("Laid.").register(registry).inc(3);

    HttpResponse<String> text = get("/metrics");
    assertThat(text.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(Exposition.parse(text.body()).value("eggs_total")).isEqualTo(3);

    for (String accept : new String[] {"application/openmetrics-text", PROTOBUF_FIRST}) {
      HttpResponse<String> open =
          client.send(to("/metrics").header("Accept", accept).build(), BodyHandlers.ofString());
      assertThat(open.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("application/openmetrics-text; version=1.0.0");
      assertThat(open.body()).endsWith("# EOF\n");
      assertThat(Exposition.parse(open.body()).value("eggs_total")).isEqualTo(3);
    }
  }

  @Test
  void metrics_areCompressedForWhoAcceptsIt() throws Exception {
    Counter.builder().name("eggs_total").help("Laid.").register(registry).inc(3);

    HttpResponse<byte[]> page =
        client.send(
            to("/metrics").header("Accept-Encoding", "deflate, gzip").build(),
            BodyHandlers.ofByteArray());

    assertThat(page.headers().firstValue("Content-Encoding")).contains("gzip");
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(page.body()))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(Exposition.parse(text).value("eggs_total")).isEqualTo(3);
    }
  }

  @Test
  void start_portInUse_throws() {
    assertThatThrownBy(
            () -> StatusServer.start(server.address(), registry, () -> Readiness.READY).close())
        .isInstanceOf(BindException.class);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(to(path).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(
        URI.create(
            "http://"
                + server.address().getHostString()
                + ":"
                + server.address().getPort()
                + path));
  }

  private static void assertPage(HttpResponse<String> page, int code, String body) {
    assertThat(page.statusCode()).isEqualTo(code);
    assertThat(page.body()).isEqualTo(body);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/plain; charset=utf-8");
  }
}
