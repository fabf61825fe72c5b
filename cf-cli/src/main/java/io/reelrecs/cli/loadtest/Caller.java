package io.reelrecs.cli.loadtest;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.function.Consumer;

/** Sends requests in turn and counts their answers. Thread-safe. */
final class Caller {

  private final Wire wire;
  private final RequestMix requests;
  private final Duration deadline;
  private final Tally tally = new Tally();

  Caller(Wire wire, RequestMix requests, Duration deadline) {
    this.wire = wire;
    this.requests = requests;
    this.deadline = deadline;
  }

  /** What was counted so far. */
  Tally tally() {
    return tally;
  }

  /**
   * Sends a request.
   *
   * @param number which one, from 0 on
   * @param due when it was to be sent, as {@link System#nanoTime} says
   * @param counted whether its answer counts
   * @param after called once the answer is there and counted, on any thread, also on this one
   * @return when it was sent
   */
  long send(long number, long due, boolean counted, Consumer<Status> after) {
    long sent = System.nanoTime();
    byte[] request = requests.get(number);
    wire.send(number, request, deadline, new Answer(due, sent, counted, after));
    return sent;
  }

  private final class Answer extends ClientCall.Listener<Integer> {

    private final long due;
    private final long sent;
    private final boolean counted;
    private final Consumer<Status> after;
    private int scores = ScoreCount.NO_RESPONSE;

    Answer(long due, long sent, boolean counted, Consumer<Status> after) {
      this.due = due;
      this.sent = sent;
      this.counted = counted;
      this.after = after;
    }

    @Override
    public void onMessage(Integer count) {
      scores = count;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      if (counted) {
        tally.answered(due, sent, System.nanoTime(), status, scores == requests.candidates());
      }
      after.accept(status);
    }
  }
}
