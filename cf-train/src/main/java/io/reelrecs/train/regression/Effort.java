package io.reelrecs.train.regression;

import java.util.concurrent.atomic.AtomicLong;

/** Adds up what is done of a training, and tells the listener now and then. Thread-safe. */
final class Effort {

  private static final long REPORTS = 100;

  private final long total;
  private final RegressionListener listener;
  private final AtomicLong done = new AtomicLong();

  Effort(long total, RegressionListener listener) {
    this.total = total;
    this.listener = listener;
  }

  void add(long more) {
    long now = done.addAndGet(more);
    long unit = Math.max(1, total / REPORTS);
    if (now / unit != (now - more) / unit) {
      listener.progress(now, total);
    }
  }
}
