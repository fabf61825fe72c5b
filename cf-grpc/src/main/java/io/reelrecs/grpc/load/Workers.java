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
   * Small messages as {@link #DIRECT}, larger ones as {@link #FIXED}: no hand-over for what is done
   * sooner than another thread wakes up, and nobody is held up by what takes long.
   */
  MIXED {
    @Override
    ExecutorService open(int threads) {
      return FIXED.open(threads);
    }

    @Override
    boolean staysHere(long messageBytes) {
      return messageBytes <= SMALL_BYTES;
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

  /** A message of about 330 candidates: well under a millisecond, even if none was seen before. */
  static final long SMALL_BYTES = 16 * 1024;

  /** Whether a request with such a message stays on the thread that it arrived on. */
  boolean staysHere(long messageBytes) {
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
