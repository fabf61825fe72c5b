package io.reelrecs.grpc.load;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Status;

/**
 * Work that is not finished, because nobody waits for it anymore: the deadline has passed, or the
 * client has cancelled the request. No failure of anybody's: not logged, not counted as one.
 */
public final class AbandonedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to close the call with; the client is unlikely to see it. */
  public static final Status STATUS =
      Status.CANCELLED.withDescription("nobody waits for the answer anymore");

  private AbandonedException(String message) {
    super(message, null, false, false);
  }

  /**
   * Throws if nobody waits anymore for what the present thread does. To be called between the
   * pieces of long work; costs well under a microsecond.
   *
   * @throws AbandonedException if the request that the thread works on was cancelled or is late
   */
  public static void check() {
    if (isAbandoned(Context.current())) {
      Ticket ticket = Ticket.KEY.get();
      if (ticket != null) {
        ticket.abandon();
      }
      throw new AbandonedException(STATUS.getDescription());
    }
  }

  /** Whether nobody waits for what is done in {@code context}. */
  static boolean isAbandoned(Context context) {
    if (context.isCancelled()) {
      return true;
    }
    // The timer that cancels may be late on a busy machine.
    Deadline deadline = context.getDeadline();
    return deadline != null && deadline.isExpired();
  }
}
