package io.reelrecs.cli.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Status;
import io.reelrecs.grpc.telemetry.CallEnd;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Both formats of a line. */
class LinesTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private static final CallEnd END =
      new CallEnd(
          "order-1",
          Optional.of(TRACE),
          "a.B/C",
          Status.Code.INTERNAL,
          Optional.of("no \"luck\"\nat all"),
          1_500_000,
          3);

  @Test
  void json_endOfARequest_hasItsParts() {
    JsonObject line = json(of(Level.WARNING, "{0}", END));

    assertThat(line.keySet())
        .containsExactly(
            "time",
            "level",
            "logger",
            "message",
            "thread",
            "request_id",
            "trace_id",
            "grpc_method",
            "grpc_status",
            "duration_ms");
    assertThat(line.get("time").getAsString()).isEqualTo("2026-01-02T03:04:05.678Z");
    assertThat(line.get("level").getAsString()).isEqualTo("WARN");
    assertThat(line.get("logger").getAsString()).isEqualTo("some.logger");
    assertThat(line.get("message").getAsString())
        .isEqualTo(
            "a.B/C: INTERNAL after 1.5 ms: no \"luck\"\nat all;"
                + " 3 failed before it that are not in the log");
    assertThat(line.get("request_id").getAsString()).isEqualTo("order-1");
    assertThat(line.get("trace_id").getAsString()).isEqualTo(TRACE);
    assertThat(line.get("grpc_method").getAsString()).isEqualTo("a.B/C");
    assertThat(line.get("grpc_status").getAsString()).isEqualTo("INTERNAL");
    assertThat(line.get("duration_ms").getAsDouble()).isEqualTo(1.5);
  }

  @Test
  void json_failure_hasItsCause() {
    LogRecord record = of(Level.SEVERE, "it {broke}");
    record.setThrown(new IllegalStateException("why\t"));

    JsonObject line = json(record);

    assertThat(line.keySet())
        .containsExactly("time", "level", "logger", "message", "thread", "error");
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("message").getAsString()).isEqualTo("it {broke}");
    JsonObject error = line.getAsJsonObject("error");
    assertThat(error.get("type").getAsString()).isEqualTo("java.lang.IllegalStateException");
    assertThat(error.get("message").getAsString()).isEqualTo("why\t");
    assertThat(error.get("stack").getAsString()).contains("\tat io.reelrecs.cli.log.LinesTest.");
  }

  @Test
  void text_endOfARequest_isOneLine() {
    assertThat(new TextLines().format(of(Level.WARNING, "{0}", END)))
        .isEqualTo(
            "2026-01-02T03:04:05.678Z WARN  some.logger: a.B/C: INTERNAL after 1.5 ms:"
                + " no \"luck\" at all; 3 failed before it that are not in the log"
                + " [request order-1] [trace "
                + TRACE
                + "]"
                + System.lineSeparator());
  }

  @Test
  void text_failure_isFollowedByItsTrace() {
    LogRecord record = of(Level.INFO, "it broke");
    record.setThrown(new IllegalStateException("why"));

    assertThat(new TextLines().format(record).lines())
        .startsWith(
            "2026-01-02T03:04:05.678Z INFO  some.logger: it broke",
            "java.lang.IllegalStateException: why")
        .hasSizeGreaterThan(2);
  }

  private static LogRecord of(Level level, String message, Object... parameters) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName("some.logger");
    record.setInstant(Instant.parse("2026-01-02T03:04:05.678Z"));
    if (parameters.length > 0) {
      record.setParameters(parameters);
    }
    return record;
  }

  private static JsonObject json(LogRecord record) {
    String line = new JsonLines().format(record);
    assertThat(line).endsWith("\n");
    assertThat(line.strip()).doesNotContain("\n");
    return JsonParser.parseString(line).getAsJsonObject();
  }
}
