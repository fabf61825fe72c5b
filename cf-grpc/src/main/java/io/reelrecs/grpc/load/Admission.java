package io.reelrecs.grpc.load;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerBuilder;
import io.grpc.ServerCall;
import io.grpc.ServerCallExecutorSupplier;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServerStreamTracer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The workers of a server and the bound on what waits for them. Guarded services are worked on by
 * the workers, at most so many requests at once, waiting ones included; what is above is shed. The
 * health service is answered by the transport's threads, so that a busy server is not taken for a
 * dead one; whatever else there is goes to the workers without a bound.
 *
 * <p>A request is shed in three cases: there are as many as the limit says; it waited longer than
 * the limit says; or it has a deadline and would, at the pace of late, wait for more than half of
 * what is left of it. The third keeps an overloaded server from finishing each request just too
 * late.
 *
 * <p>Thread-safe. Costs about as much as handing a task to another thread does anyway.
 */
public final class Admission implements AutoCloseable {

  private static final String HEALTH = "grpc.health.v1.Health/";

  private final LimitOptions limits;
  private final int threads;
  private final ExecutorService workers;
  private final ScheduledThreadPoolExecutor timer;
  private final Set<String> guarded = ConcurrentHashMap.newKeySet();
  private final AtomicInteger inFlight = new AtomicInteger();
  private final LoadCounts counts = new LoadCounts();
  private final Pace pace = new Pace();
  private final Pace smallPace = new Pace();

  /**
   * Opens the workers.
   *
   * @param limits what to take on
   * @param threads how many threads work, at least 1
   */
  public Admission(LimitOptions limits, int threads) {
    Require.atLeastOne("threads", threads);
    this.limits = limits;
    this.threads = threads;
    this.workers = limits.workers().open(threads);
    this.timer = new ScheduledThreadPoolExecutor(1, Admission::timerThread);
    timer.setRemoveOnCancelPolicy(true);
  }

  private static Thread timerThread(Runnable task) {
    Thread thread = new Thread(task, "reelrecs-grpc-timer");
    thread.setDaemon(true);
    return thread;
  }

  /** The service with the limits; to be the outermost interceptor but for those that refuse. */
  public ServerServiceDefinition guard(ServerServiceDefinition service) {
    guarded.add(service.getServiceDescriptor().getName());
    return ServerInterceptors.intercept(
        service, new LimitInterceptor(new ShedReply(limits.retryPushback())));
  }

  /** Makes a server use these workers and keep to these limits. */
  public void install(ServerBuilder<?> builder) {
    builder.directExecutor().addStreamTracerFactory(new Tickets()).callExecutor(new Dispatcher());
  }

  /** How busy the server is. */
  public LoadSnapshot snapshot() {
    return counts.snapshot(inFlight.get());
  }

  LoadCounts counts() {
    return counts;
  }

  /** A context that ends after the longest time a request may take. */
  Context.CancellableContext limitTime(Context context) {
    return context.withDeadlineAfter(
        limits.maxRequestTime().toNanos(), TimeUnit.NANOSECONDS, timer);
  }

  /** Lets the workers run {@code events}, or refuses the request and runs them here. */
  void dispatch(Ticket ticket, Runnable events) {
    int ahead = inFlight.getAndIncrement();
    if (ahead < limits.maxConcurrentRequests() && isInTime(ticket.deadline(), ahead)) {
      Work work = new Work(ticket, events);
      if (limits.workers().staysHere(ticket.messageBytes(), smallPace.nanos())) {
        work.run();
        return;
      }
      try {
        workers.execute(work);
        return;
      } catch (RejectedExecutionException e) {
        // The server has stopped: what is left of the request is to clean up after it.
      }
    }
    inFlight.decrementAndGet();
    ticket.refuse();
    events.run();
  }

  private boolean isInTime(Deadline deadline, int ahead) {
    if (deadline == null || ahead < threads) {
      return true;
    }
    long wait = pace.nanos() * ahead / threads;
    return 2 * wait < deadline.timeRemaining(TimeUnit.NANOSECONDS);
  }

  /** Lets the workers end when they have done what is queued. */
  @Override
  public void close() {
    workers.shutdown();
    timer.shutdownNow();
  }

  private final class Work implements Runnable {
    private final Ticket ticket;
    private final Runnable events;
    private final long queued = System.nanoTime();

    Work(Ticket ticket, Runnable events) {
      this.ticket = ticket;
      this.events = events;
    }

    @Override
    public void run() {
      long begun = System.nanoTime();
      if (begun - queued > limits.maxQueueTime().toNanos()) {
        ticket.refuse();
      }
      boolean before = ticket.isBegun();
      try {
        events.run();
      } finally {
        inFlight.decrementAndGet();
        if (ticket.isBegun() && !before) {
          long nanos = System.nanoTime() - begun;
          pace.took(nanos);
          if (Workers.isSmall(ticket.messageBytes())) {
            smallPace.took(nanos);
          }
        }
      }
    }
  }

  private final class Tickets extends ServerStreamTracer.Factory {
    private final ServerStreamTracer none = new ServerStreamTracer() {};

    @Override
    public ServerStreamTracer newServerStreamTracer(String method, Metadata headers) {
      int slash = method.lastIndexOf('/');
      boolean limited = slash > 0 && guarded.contains(method.substring(0, slash));
      return limited ? new Ticket(Admission.this) : none;
    }
  }

  private final class Dispatcher implements ServerCallExecutorSupplier {
    @Override
    public <Q, R> Executor getExecutor(ServerCall<Q, R> call, Metadata headers) {
      Ticket ticket = Ticket.KEY.get();
      if (ticket != null) {
        ticket.deadline(Context.current().getDeadline());
        return ticket;
      }
      String method = call.getMethodDescriptor().getFullMethodName();
      return method.startsWith(HEALTH) ? null : workers;
    }
  }
}
