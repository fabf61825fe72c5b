package io.reelrecs.cli.loadtest;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;

/** A server without a network. It answers at once, on the thread that asks, or never. */
final class ScriptedWire implements Wire {

  private final LongFunction<Status> script;
  private final int scores;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger mostOpen = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();

  /** A server that answers request n with {@code script.apply(n)}, or never where that is null. */
  ScriptedWire(int scores, LongFunction<Status> script) {
    this.scores = scores;
    this.script = script;
  }

  @Override
  public void send(
      long number, byte[] request, Duration deadline, ClientCall.Listener<Integer> listener) {
    sent.incrementAndGet();
    mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
    Status status = script.apply(number);
    if (status == null) {
      return;
    }
    open.decrementAndGet();
    if (status.isOk()) {
      listener.onMessage(scores);
    }
    listener.onClose(status, new Metadata());
  }

  /** How many requests came. */
  int sent() {
    return sent.get();
  }

  /** The most that were under way at once. */
  int mostOpen() {
    return mostOpen.get();
  }
}
