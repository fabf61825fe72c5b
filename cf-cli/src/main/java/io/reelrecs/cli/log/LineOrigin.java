package io.reelrecs.cli.log;

import io.reelrecs.grpc.telemetry.CallEnd;
import io.reelrecs.grpc.telemetry.CurrentRequest;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * Where a line comes from: the request that it tells the end of, or the one that the thread which
 * logs is working on.
 *
 * @param requestId of that request
 * @param traceId of the trace that it belongs to
 */
record LineOrigin(Optional<String> requestId, Optional<String> traceId) {

  static LineOrigin of(LogRecord line) {
    Optional<CallEnd> end = end(line);
    if (end.isPresent()) {
      return new LineOrigin(end.map(CallEnd::requestId), end.flatMap(CallEnd::traceId));
    }
    Optional<CurrentRequest> current = CurrentRequest.get();
    return new LineOrigin(
        current.map(CurrentRequest::id), current.flatMap(CurrentRequest::traceId));
  }

  /** The end of a request, if that is what the line tells. */
  static Optional<CallEnd> end(LogRecord line) {
    Object[] parameters = line.getParameters();
    return parameters != null && parameters.length == 1 && parameters[0] instanceof CallEnd end
        ? Optional.of(end)
        : Optional.empty();
  }

  /** The name that a level has outside {@link java.util.logging}. */
  static String level(LogRecord line) {
    int level = line.getLevel().intValue();
    if (level >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }
}
