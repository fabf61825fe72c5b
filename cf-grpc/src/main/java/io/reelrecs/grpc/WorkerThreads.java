package io.reelrecs.grpc;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads named {@code reelrecs-grpc-1}, {@code reelrecs-grpc-2} and so on. */
final class WorkerThreads implements ThreadFactory {

  private final AtomicInteger next = new AtomicInteger(1);

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, "reelrecs-grpc-" + next.getAndIncrement());
    thread.setDaemon(true);
    return thread;
  }
}
