package io.reelrecs.grpc.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/**
 * A scrape: OpenMetrics for who accepts it, else Prometheus text; compressed for who accepts that.
 * A scraper that would rather have protobuf gets one of the two. One scrape runs at a time; others
 * wait.
 */
final class MetricsPage implements HttpHandler {

  private static final int TYPICAL_BYTES = 32 * 1024;

  private final PrometheusRegistry registry;
  private final ExpositionFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
  private final ExpositionFormatWriter text = PrometheusTextFormatWriter.create();

  MetricsPage(PrometheusRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExpositionFormatWriter writer =
          accepts(exchange, "Accept", "application/openmetrics-text") ? openMetrics : text;
      boolean gzip = accepts(exchange, "Accept-Encoding", "gzip");
      byte[] body = scrape(writer, gzip);
      exchange.getResponseHeaders().set("Content-Type", writer.getContentType());
      if (gzip) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      Page.send(exchange, 200, body);
    }
  }

  private synchronized byte[] scrape(ExpositionFormatWriter writer, boolean gzip)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (OutputStream out = gzip ? new GZIPOutputStream(bytes) : bytes) {
      writer.write(out, registry.scrape());
    }
    return bytes.toByteArray();
  }

  private static boolean accepts(HttpExchange exchange, String header, String what) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(header, List.of());
    return values.stream().anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(what));
  }
}
