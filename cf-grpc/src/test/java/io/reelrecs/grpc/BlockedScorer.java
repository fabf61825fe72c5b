package io.reelrecs.grpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A scorer that answers nobody until it is let go, and remembers whom it was asked for. */
final class BlockedScorer implements ToyScorer {

  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Long> users = Collections.synchronizedList(new ArrayList<>());

  @Override
  public double value(long userId, long movieId) {
    users.add(userId);
    try {
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 1;
  }

  void release() {
    released.countDown();
  }

  /** The users that were asked for, in order. */
  List<Long> users() {
    return List.copyOf(users);
  }
}
