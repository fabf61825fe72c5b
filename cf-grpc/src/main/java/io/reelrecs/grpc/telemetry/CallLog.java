package io.reelrecs.grpc.telemetry;

import io.grpc.Status;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Writes one line for each request that fails, and where that was asked for, one for each other
 * request as well. Failures of the server are warnings, the others (a bad request, an impatient
 * client) are not. A server that refuses thousands of requests a second must not drown in the lines
 * of it: of the failures, at most {@value #LINES_A_SECOND} a second are written, and the next line
 * tells how many were not.
 *
 * <p>Thread-safe. Costs next to nothing for a request that gets no line.
 */
final class CallLog {

  static final int LINES_A_SECOND = 20;

  private static final int MAX_METHOD = 200;

  /** The logger of these lines; public as a name, so that one can turn them off. */
  static final String LOGGER = "io.reelrecs.request";

  private static final System.Logger LOG = System.getLogger(LOGGER);

  private final boolean all;
  private final LineBudget budget;

  CallLog(boolean all, LineBudget budget) {
    this.all = all;
    this.budget = budget;
  }

  void ended(CurrentRequest request, Status status, long nanos) {
    if (all) {
      write(request, status, nanos, 0);
    } else if (!status.isOk() && !request.isFailureLogged() && budget.take()) {
      write(request, status, nanos, budget.takeLeftOut());
    }
  }

  private static void write(CurrentRequest request, Status status, long nanos, long unlogged) {
    CallEnd end =
        new CallEnd(
            request.id(),
            request.traceId(),
            shortened(request.method()),
            status.getCode(),
            Optional.ofNullable(status.getDescription()),
            nanos,
            unlogged);
    LOG.log(isFault(status.getCode()) ? Level.WARNING : Level.INFO, "{0}", end);
  }

  /** A client may write anything of any length for a method. */
  private static String shortened(String method) {
    return method.length() <= MAX_METHOD ? method : method.substring(0, MAX_METHOD) + "...";
  }

  /** Whether the server is to blame. */
  private static boolean isFault(Status.Code code) {
    return switch (code) {
      case UNKNOWN, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
      default -> false;
    };
  }
}
