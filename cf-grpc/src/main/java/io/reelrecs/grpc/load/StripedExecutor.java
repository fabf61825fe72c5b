package io.reelrecs.grpc.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that share no queue: tasks are dealt out in turn. Thread-safe. */
final class StripedExecutor extends AbstractExecutorService {

  private final List<ExecutorService> stripes;
  private final AtomicInteger next = new AtomicInteger();

  StripedExecutor(int threads, ThreadFactory factory) {
    stripes = new ArrayList<>(threads);
    for (int i = 0; i < threads; i++) {
      stripes.add(Executors.newSingleThreadExecutor(factory));
    }
  }

  @Override
  public void execute(Runnable task) {
    stripes.get(Math.floorMod(next.getAndIncrement(), stripes.size())).execute(task);
  }

  @Override
  public void shutdown() {
    stripes.forEach(ExecutorService::shutdown);
  }

  @Override
  public List<Runnable> shutdownNow() {
    return stripes.stream().flatMap(stripe -> stripe.shutdownNow().stream()).toList();
  }

  @Override
  public boolean isShutdown() {
    return stripes.stream().allMatch(ExecutorService::isShutdown);
  }

  @Override
  public boolean isTerminated() {
    return stripes.stream().allMatch(ExecutorService::isTerminated);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    for (ExecutorService stripe : stripes) {
      if (!stripe.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }
}
