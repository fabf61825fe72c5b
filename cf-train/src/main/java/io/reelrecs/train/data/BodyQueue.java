package io.reelrecs.train.data;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands the body of a response to the thread that asked for it, and gives up when the server falls
 * silent: the HTTP client's own timeout ends with the headers. Holds one chunk at a time.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  /** A chunk, an error, or neither: the end. */
  private record Event(Optional<List<ByteBuffer>> chunk, Optional<Throwable> error) {}

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Duration stallTimeout;
  private volatile Flow.Subscription subscription;

  BodyQueue(Flow.Publisher<List<ByteBuffer>> body, Duration stallTimeout) {
    this.stallTimeout = stallTimeout;
    body.subscribe(this);
  }

  /**
   * The next chunk; empty at the end.
   *
   * @throws HttpTimeoutException if nothing came for too long
   */
  Optional<List<ByteBuffer>> next() throws IOException, InterruptedException {
    Event event = events.poll(stallTimeout.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new HttpTimeoutException("nothing came for " + stallTimeout.toMillis() + " ms");
    }
    if (event.error().isPresent()) {
      throw new IOException(event.error().get().getMessage(), event.error().get());
    }
    if (event.chunk().isPresent()) {
      subscription.request(1);
    }
    return event.chunk();
  }

  /** Ends the transfer where it is not at its end. */
  @Override
  public void close() {
    Flow.Subscription active = subscription;
    if (active != null) {
      active.cancel();
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> chunk) {
    events.add(new Event(Optional.of(chunk), Optional.empty()));
  }

  @Override
  public void onError(Throwable error) {
    events.add(new Event(Optional.empty(), Optional.of(error)));
  }

  @Override
  public void onComplete() {
    events.add(new Event(Optional.empty(), Optional.empty()));
  }
}
