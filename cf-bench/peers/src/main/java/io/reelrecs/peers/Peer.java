package io.reelrecs.peers;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A library that finds a user's nearest users. Thread-safe once built. */
interface Peer {

  /** Users that a thread takes at a time. */
  int PORTION = 64;

  /** Finds the nearest of one user and sets that row. */
  void nearest(int user, Neighbors found) throws Exception;

  /** Finds the nearest of all users: by default one by one, spread over the threads. */
  default void nearestOfAll(int users, Neighbors found, int threads) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Exception> failure = new AtomicReference<>();
    Runnable work =
        () -> {
          try {
            for (int from; (from = next.getAndAdd(PORTION)) < users; ) {
              for (int user = from; user < Math.min(users, from + PORTION); user++) {
                nearest(user, found);
              }
            }
          } catch (Exception e) {
            failure.set(e);
          }
        };
    Thread[] others = new Thread[threads - 1];
    for (int i = 0; i < others.length; i++) {
      others[i] = new Thread(work);
      others[i].start();
    }
    work.run();
    for (Thread other : others) {
      other.join();
    }
    if (failure.get() != null) {
      throw failure.get();
    }
  }

  /** Whether asking for one user makes sense. */
  default boolean answersOne() {
    return true;
  }
}
