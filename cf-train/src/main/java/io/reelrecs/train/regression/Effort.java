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

  /** The pairs of things in each line: what most of the work grows with. */
  static long pairs(Lines lines) {
    long pairs = 0;
    for (int line = 0; line < lines.count(); line++) {
      pairs += (long) lines.length(line) * lines.length(line);
    }
    return pairs;
  }

  void add(long more) {
    long now = done.addAndGet(more);
    long unit = Math.max(1, total / REPORTS);
    if (now < total && now / unit != (now - more) / unit) {
      listener.progress(now, total);
    }
  }

  /** All is done. */
  void end() {
    listener.progress(total, total);
  }
}
