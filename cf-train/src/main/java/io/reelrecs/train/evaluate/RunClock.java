package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.EvaluationProgress.Phase;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Tells the listener, and estimates the time left: contenders differ in cost, so each one's runs to
 * come are taken to cost what its finished runs did on average; those of a contender without any,
 * what all did.
 */
final class RunClock {

  private static final double NANOS_PER_SECOND = 1e9;

  private final EvaluationListener listener;
  private final List<String> contenders;
  private final int splits;
  private final int atOnce;
  private final long start = System.nanoTime();
  private final double[] seconds;
  private final int[] done;

  RunClock(EvaluationListener listener, List<String> contenders, int splits, int atOnce) {
    this.listener = listener;
    this.contenders = contenders;
    this.splits = splits;
    this.atOnce = atOnce;
    this.seconds = new double[contenders.size()];
    this.done = new int[contenders.size()];
    listener.started(contenders.size() * splits, atOnce);
  }

  static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
  }

  synchronized void tell(int contender, String split, Phase phase, int asked, int toAsk) {
    int runsDone = 0;
    for (int runs : done) {
      runsDone += runs;
    }
    listener.progress(
        new EvaluationProgress(
            contenders.get(contender),
            split,
            phase,
            asked,
            toAsk,
            runsDone,
            contenders.size() * splits,
            secondsSince(start),
            left(seconds, done, splits, atOnce)));
  }

  synchronized void done(int contender, String split, int asked, double tookSeconds) {
    seconds[contender] += tookSeconds;
    done[contender]++;
    tell(contender, split, Phase.DONE, asked, asked);
  }

  /** The estimate from the seconds and the number of each contender's finished runs. */
  static OptionalDouble left(double[] seconds, int[] done, int splits, int atOnce) {
    double allSeconds = 0;
    int allDone = 0;
    for (int c = 0; c < done.length; c++) {
      allSeconds += seconds[c];
      allDone += done[c];
    }
    if (allDone == 0) {
      return OptionalDouble.empty();
    }
    double left = 0;
    for (int c = 0; c < done.length; c++) {
      double each = done[c] > 0 ? seconds[c] / done[c] : allSeconds / allDone;
      left += each * (splits - done[c]);
    }
    return OptionalDouble.of(left / atOnce);
  }
}
