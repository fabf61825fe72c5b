package io.reelrecs.cli.log;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.grpc.telemetry.CallEnd;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One JSON object a line: {@code time}, {@code level}, {@code logger}, {@code message}, {@code
 * thread}; where they are known {@code request_id} and {@code trace_id}; for the end of a request
 * {@code grpc_method}, {@code grpc_status} and {@code duration_ms}; for a failure {@code error}
 * with {@code type}, {@code message} and {@code stack}. Thread-safe.
 */
final class JsonLines extends Formatter {

  @Override
  public String format(LogRecord line) {
    StringWriter text = new StringWriter();
    try {
      JsonWriter json = new JsonWriter(text);
      json.beginObject();
      json.name("time").value(line.getInstant().toString());
      json.name("level").value(LineOrigin.level(line));
      json.name("logger").value(line.getLoggerName());
      json.name("message").value(formatMessage(line));
      json.name("thread").value(line.getLongThreadID());
      LineOrigin origin = LineOrigin.of(line);
      if (origin.requestId().isPresent()) {
        json.name("request_id").value(origin.requestId().get());
      }
      if (origin.traceId().isPresent()) {
        json.name("trace_id").value(origin.traceId().get());
      }
      Optional<CallEnd> end = LineOrigin.end(line);
      if (end.isPresent()) {
        json.name("grpc_method").value(end.get().method());
        json.name("grpc_status").value(end.get().status().name());
        json.name("duration_ms").value(end.get().millis());
      }
      if (line.getThrown() != null) {
        error(json, line.getThrown());
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes everything
    }
    return text.append('\n').toString();
  }

  private static void error(JsonWriter json, Throwable thrown) throws IOException {
    StringWriter stack = new StringWriter();
    thrown.printStackTrace(new PrintWriter(stack, true));
    json.name("error").beginObject();
    json.name("type").value(thrown.getClass().getName());
    json.name("message").value(String.valueOf(thrown.getMessage()));
    json.name("stack").value(stack.toString());
    json.endObject();
  }
}
