package io.reelrecs.grpc.load;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import java.util.concurrent.Executor;

/**
 * One request on its way through the server, and the executor of its events. As long as there is no
 * message, events cost next to nothing and run where they arise, on the transport's thread: a
 * client that begins a request and sends nothing occupies no worker and no permit. From the message
 * on they go to the workers, each time with a permit that is given back when they have run. Once
 * the stream is closed there is nothing left to work for, and they run where they arise again.
 *
 * <p>gRPC sees to it that no two events of a request run at once. Thread-safe as far as that goes.
 */
final class Ticket extends ServerStreamTracer implements Executor {

  static final Context.Key<Ticket> KEY = Context.key("reelrecs-ticket");

  private final Admission admission;
  private Context.CancellableContext limited;
  private volatile Deadline deadline;
  private volatile boolean readable;
  private long messageBytes;
  private volatile boolean closed;
  private volatile boolean refused;
  private volatile boolean begun;
  private boolean abandoned;

  Ticket(Admission admission) {
    this.admission = admission;
  }

  /** Puts itself where the interceptor finds it, and ends the request after the longest time. */
  @Override
  public Context filterContext(Context context) {
    limited = admission.limitTime(context.withValue(KEY, this));
    return limited;
  }

  /** Tells it the deadline of the request. */
  void deadline(Deadline of) {
    deadline = of;
  }

  /** When the request's client, or the server, gives up; null where nothing is known of it. */
  Deadline deadline() {
    return deadline;
  }

  @Override
  public void inboundMessageRead(int number, long wireSize, long size) {
    messageBytes = wireSize;
    readable = true;
  }

  @Override
  public void streamClosed(Status status) {
    closed = true;
    if (readable && !begun && !refused) {
      abandon();
    }
    if (limited != null) {
      limited.cancel(status.getCause());
    }
  }

  @Override
  public void execute(Runnable events) {
    if (readable && !closed) {
      admission.dispatch(this, events);
    } else {
      events.run();
    }
  }

  /** The size of its message as it came over the wire. */
  long messageBytes() {
    return messageBytes;
  }

  /** Has the request shed, if its work has not begun. */
  void refuse() {
    refused = true;
  }

  boolean isRefused() {
    return refused;
  }

  /** Says that the service works on it. */
  void begin() {
    begun = true;
    admission.counts().begun();
  }

  boolean isBegun() {
    return begun;
  }

  /** Says that nobody waits for it anymore, and that it was left for that. */
  synchronized void abandon() {
    if (!abandoned) {
      abandoned = true;
      admission.counts().abandoned();
    }
  }

  /** Says that it was answered as one too many. */
  void shed() {
    admission.counts().shed();
  }
}
