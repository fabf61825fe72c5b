package io.reelrecs.grpc.load;

import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What kind of threads answer requests. How many there may be waiting is not their concern: {@link
 * Admission} sees to it, so none of them ever rejects a task while the server runs.
 */
public enum Workers {
  /** One pool with one queue. */
  FIXED {
    @Override
    ExecutorService open(int threads) {
      return Executors.newFixedThreadPool(threads, new Names());
    }
  },
  /** The transport's own threads: no hand-over, and a long request holds up its connection. */
  DIRECT {
    @Override
    ExecutorService open(int threads) {
      return MoreExecutors.newDirectExecutorService();
    }
  },
  /**
   * Requests that take no longer than to wake another thread as {@link #DIRECT}, all others as
   * {@link #FIXED}: those with a small message, as long as such requests are quick of late.
   */
  MIXED {
    @Override
    ExecutorService open(int threads) {
      return FIXED.open(threads);
    }

    @Override
    boolean staysHere(long messageBytes, long pace) {
      return isSmall(messageBytes) && pace <= QUICK_NANOS;
    }
  },
  /** One queue for each thread, filled in turn. */
  STRIPED {
    @Override
    ExecutorService open(int threads) {
      return new StripedExecutor(threads, new Names());
    }
  },
  /** One queue for each thread, and an idle thread takes from another's. */
  STEALING {
    @Override
    ExecutorService open(int threads) {
      Names names = new Names();
      return new ForkJoinPool(
          threads,
          pool -> {
            var worker = ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(pool);
            worker.setName(names.next());
            return worker;
          },
          null,
          true);
    }
  };

  /** About 330 candidates. */
  private static final long SMALL_BYTES = 16 * 1024;

  /**
   * Several times what 200 candidates take that were seen before, less than what they take if not.
   * So much, times the number of requests that clients have under way at once on the connections of
   * one transport's thread, is how long one may wait unseen by the limits.
   */
  private static final long QUICK_NANOS = 200_000;

  /** Whether a message is one of those that may be answered at once. */
  static boolean isSmall(long messageBytes) {
    return messageBytes <= SMALL_BYTES;
  }

  /**
   * Whether a request with such a message stays on the thread that it arrived on.
   *
   * @param pace how long requests with small messages took of late, in nanoseconds
   */
  boolean staysHere(long messageBytes, long pace) {
    return false;
  }

  /** Starts {@code threads} daemon threads, or as many as are needed by and by. */
  abstract ExecutorService open(int threads);

  /** Daemon threads named {@code reelrecs-grpc-1}, {@code reelrecs-grpc-2} and so on. */
  private static final class Names implements ThreadFactory {
    private final AtomicInteger last = new AtomicInteger();

    String next() {
      return "reelrecs-grpc-" + last.incrementAndGet();
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, next());
      thread.setDaemon(true);
      return thread;
    }
  }
}
