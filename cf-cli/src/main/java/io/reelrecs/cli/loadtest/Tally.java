package io.reelrecs.cli.loadtest;

import io.grpc.Status;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Counts answers and their times, to three digits. Thread-safe; an answer costs some tens of
 * nanoseconds.
 */
final class Tally {

  /** An answer with another number of scores than the request had candidates. */
  static final String WRONG_ANSWER = "WRONG_ANSWER";

  private static final int DIGITS = 3;
  private static final long LONGEST = TimeUnit.HOURS.toNanos(1);

  private final Histogram sinceDue = histogram();
  private final Histogram sinceSent = histogram();
  private final Histogram failed = histogram();
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  private static Histogram histogram() {
    return new ConcurrentHistogram(1, LONGEST, DIGITS);
  }

  /** Adds to a histogram; a time out of its range counts as the nearest one in it. */
  static void add(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(1, Math.min(LONGEST, nanos)));
  }

  /** A histogram for one thread. */
  static Histogram single() {
    return new Histogram(1, LONGEST, DIGITS);
  }

  /**
   * Counts an answer.
   *
   * @param due when its request was to be sent, on the clock of {@code now}
   * @param sent when it was sent
   * @param now when the answer was there
   * @param complete whether it has a score for each candidate
   */
  void answered(long due, long sent, long now, Status status, boolean complete) {
    String outcome = status.isOk() && !complete ? WRONG_ANSWER : status.getCode().name();
    outcomes.computeIfAbsent(outcome, name -> new LongAdder()).increment();
    if (status.isOk()) {
      add(sinceDue, now - due);
      add(sinceSent, now - sent);
    } else {
      add(failed, now - due);
    }
  }

  /** How often each outcome came, by name. */
  Map<String, Long> outcomes() {
    Map<String, Long> counts = new TreeMap<>();
    outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
    return counts;
  }

  /** The times of answers since their requests were due. */
  Times sinceDue() {
    return Times.of(sinceDue);
  }

  /** The times of answers since their requests were sent. */
  Times sinceSent() {
    return Times.of(sinceSent);
  }

  /** The times of failures since their requests were due. */
  Times failed() {
    return Times.of(failed);
  }
}
