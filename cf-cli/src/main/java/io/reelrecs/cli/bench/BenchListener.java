package io.reelrecs.cli.bench;

import io.reelrecs.core.matrix.RatingMatrix;
import java.io.IOException;

/** Hears how far the measuring has come, and what was measured. Called from one thread. */
public interface BenchListener {

  /** The ratings were read; comes before the first result. */
  void read(RatingMatrix matrix) throws IOException;

  /**
   * Work goes on.
   *
   * @param label what is measured
   * @param fraction which part of its time is over; NaN where that is not known
   */
  void progress(String label, double fraction);

  /** A line is complete. */
  void result(BenchResult result) throws IOException;
}
