package io.reelrecs.grpc;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads of one name and a number, as in {@code reelrecs-grpc-1}. */
final class WorkerThreads implements ThreadFactory {

  private final String name;
  private final AtomicInteger next = new AtomicInteger(1);

  WorkerThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name + "-" + next.getAndIncrement());
    thread.setDaemon(true);
    return thread;
  }
}
