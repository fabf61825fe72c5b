package io.reelrecs.cli.loadtest;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a load came to.
 *
 * @param sending how the client did its part
 * @param outcomes how many requests came to what: the names of status codes, and WRONG_ANSWER for
 *     an answer without a score for each candidate; all of them, by name
 * @param seconds from when the first request counted to the last answer
 * @param sinceDue how long answers took from when their requests were to be sent: corrected for
 *     coordinated omission
 * @param sinceSent the same from when the requests were sent: what a client sees that does not
 *     notice what it did not send
 * @param failed how long failures took from when their requests were to be sent
 * @param clientCpu processor time of this process, in nanoseconds
 * @param serverCpu the same of the server's, where it is known
 */
public record LoadResult(
    Sending sending,
    Map<String, Long> outcomes,
    double seconds,
    Times sinceDue,
    Times sinceSent,
    Times failed,
    long clientCpu,
    OptionalLong serverCpu) {

  /** Keeps a copy of the counts. */
  public LoadResult {
    outcomes = Map.copyOf(outcomes);
  }

  /** How many requests were answered as they should be. */
  public long ok() {
    return outcomes.getOrDefault("OK", 0L);
  }

  /** How many of those due were not, whatever the reason. */
  public long errors() {
    return sending.due() - ok();
  }

  /** Good answers a second. */
  public double goodput() {
    return seconds > 0 ? ok() / seconds : 0;
  }
}
