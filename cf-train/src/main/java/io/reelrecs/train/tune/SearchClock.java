package io.reelrecs.train.tune;

import java.util.List;
import java.util.Optional;

/** Counts trials and tells the listener. A trial counts by its share of the users. Thread-safe. */
final class SearchClock {

  private final List<Halving.Rung> rungs;
  private final Objective objective;
  private final TuningListener listener;
  private final int trials;
  private final double work;
  private int rung;
  private int done;
  private int resumed;
  private double workDone;
  private Optional<Trial> best = Optional.empty();

  SearchClock(List<Halving.Rung> rungs, Objective objective, TuningListener listener) {
    this.rungs = rungs;
    this.objective = objective;
    this.listener = listener;
    int count = 0;
    double sum = 0;
    for (Halving.Rung each : rungs) {
      count += 1 + each.candidates();
      sum += work(each);
    }
    trials = count;
    work = sum;
  }

  private static double work(Halving.Rung rung) {
    return rung.share() * (1 + rung.candidates());
  }

  synchronized void begin(int number) {
    rung = number;
    workDone = 0;
    for (Halving.Rung before : rungs.subList(0, number - 1)) {
      workDone += work(before); // also where failures left fewer to measure
    }
    tell();
  }

  synchronized void resumed(Trial trial) {
    resumed++;
    count(trial);
    tell();
  }

  synchronized void done(Trial trial) {
    count(trial);
    tell();
  }

  private void count(Trial trial) {
    done++;
    workDone += rungs.get(trial.rung() - 1).share();
    boolean first = best.isEmpty() || best.get().rung() < trial.rung();
    if (!trial.failed()
        && (first || TuningResult.order(objective).compare(trial, best.get()) < 0)) {
      best = Optional.of(trial);
    }
  }

  private void tell() {
    listener.progress(
        new TuningProgress(
            rung, rungs.size(), done, trials, resumed, Math.min(1, workDone / work), best));
  }
}
