package io.reelrecs.grpc.reload;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes one thread up: after a while, or at once when somebody rings. Rings do not add up. */
final class Bell {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean ringing;

  /** May be called by any thread, before or while another waits. */
  void ring() {
    lock.lock();
    try {
      ringing = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits.
   *
   * @param most how long; zero for as long as it takes
   * @return whether somebody rang since the last call
   */
  boolean await(Duration most) throws InterruptedException {
    lock.lock();
    try {
      long left = most.toNanos();
      while (!ringing) {
        if (most.isZero()) {
          rung.await();
        } else if (left <= 0) {
          break;
        } else {
          left = rung.awaitNanos(left);
        }
      }
      boolean was = ringing;
      ringing = false;
      return was;
    } finally {
      lock.unlock();
    }
  }
}
