package io.reelrecs.cli.loadtest;

/**
 * How the client did its part.
 *
 * @param due requests that were to be sent while they counted; in a closed loop those that were
 * @param seconds from when the first of them was due to when the last was sent
 * @param sent how many of them were
 * @param lag how late they were sent; in a closed loop all 0
 * @param waited how many of them could not be sent in time because as many as allowed were under
 *     way
 */
public record Sending(long due, double seconds, long sent, Times lag, long waited) {

  /** A request sent later than this is late: more than a sleeping thread's wake-up takes. */
  private static final long LATE_NANOS = 10_000_000;

  /** Whether the pace was kept, and if not, by whose fault. */
  public enum Verdict {
    /** Requests were sent when they were due. */
    KEPT,
    /** The server left so many without an answer that those due had to wait. */
    SERVER_TOO_SLOW,
    /** The client itself sent them late. */
    CLIENT_TOO_SLOW
  }

  /** Requests a second that were sent. */
  public double rate() {
    return seconds > 0 ? sent / seconds : 0;
  }

  /** The pace counts as kept when 99% of the requests were sent within 10 ms. */
  public Verdict verdict() {
    if (sent == due && lag.p99() <= LATE_NANOS) {
      return Verdict.KEPT;
    }
    return waited > 0 ? Verdict.SERVER_TOO_SLOW : Verdict.CLIENT_TOO_SLOW;
  }
}
