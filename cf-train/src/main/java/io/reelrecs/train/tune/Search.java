package io.reelrecs.train.tune;

import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Evaluation;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.split.GivenSplits;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.parallel.MemoryBound;
import io.reelrecs.train.parallel.Parallel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One run of a search, rung by rung; the trials of a rung go on at once. */
final class Search {

  private static final double NANOS_PER_SECOND = 1e9;

  private final TuningPlan plan;
  private final Tunable tunable;
  private final List<Point> points;
  private final Optional<TrialLog> log;

  Search(TuningPlan plan, Tunable tunable, List<Point> points, Optional<TrialLog> log) {
    this.plan = plan;
    this.tunable = tunable;
    this.points = points;
    this.log = log;
  }

  /** All trials, by rung and then candidate. */
  List<Trial> run(List<Halving.Rung> rungs, Splits splits, TuningListener listener)
      throws TuningFailedException, InterruptedException {
    SearchClock clock = new SearchClock(rungs, plan.objective(), listener);
    List<Trial> all = new ArrayList<>();
    List<Integer> candidates = IntStream.range(0, points.size()).boxed().toList();
    for (int rung = 1; rung <= rungs.size(); rung++) {
      clock.begin(rung);
      List<Trial> trials = rung(rung, splits.split(rung - 1), candidates, clock);
      all.addAll(trials);
      if (trials.stream().allMatch(Trial::failed)) {
        throw allFailed(trials);
      }
      if (rung < rungs.size()) {
        candidates = best(trials, rungs.get(rung).candidates());
      }
    }
    return all;
  }

  private static TuningFailedException allFailed(List<Trial> trials) {
    Trial first = trials.get(0);
    return new TuningFailedException(
        "all "
            + trials.size()
            + " candidates failed on rung "
            + first.rung()
            + "; the first one, "
            + first.point().text()
            + ", with: "
            + first.failure().orElseThrow());
  }

  /** The defaults and the best of the others that did not fail, ascending. */
  private List<Integer> best(List<Trial> trials, int count) {
    List<Integer> best = new ArrayList<>(List.of(0));
    trials.stream()
        .filter(trial -> trial.candidate() != 0 && !trial.failed())
        .sorted(TuningResult.order(plan.objective()))
        .limit(count)
        .forEach(trial -> best.add(trial.candidate()));
    best.sort(Comparator.naturalOrder());
    return best;
  }

  private List<Trial> rung(int rung, Split split, List<Integer> candidates, SearchClock clock)
      throws InterruptedException {
    Trial[] trials = new Trial[candidates.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < trials.length; i++) {
      int candidate = candidates.get(i);
      trials[i] = log.flatMap(known -> known.find(rung, candidate)).orElse(null);
      if (trials[i] == null) {
        open.add(i);
      } else {
        clock.resumed(trials[i]);
      }
    }
    int atOnce = open.isEmpty() ? 1 : atOnce(split, open.size(), candidates);
    EvaluationPlan one =
        plan.objective()
            .plan(
                new GivenSplits("rung " + rung, List.of(split)),
                Math.max(1, plan.threads() / atOnce));
    Parallel.forEach(
        open.size(),
        atOnce,
        i -> {
          int place = open.get(i);
          Trial trial = measure(rung, candidates.get(place), one);
          if (keep(trial)) {
            trials[place] = trial;
            clock.done(trial);
          }
        });
    return List.of(trials);
  }

  private int atOnce(Split split, int trials, List<Integer> candidates) {
    List<Contender> contenders = new ArrayList<>();
    for (int candidate : candidates) {
      try {
        contenders.add(tunable.at(points.get(candidate)));
      } catch (RuntimeException e) {
        // It takes no memory, and fails in its trial, where that is noted.
      }
    }
    return MemoryBound.atOnce(
        plan.threads(), trials, MemoryBound.freeBytes(), Evaluation.memoryToRun(split, contenders));
  }

  private Trial measure(int rung, int candidate, EvaluationPlan one) throws InterruptedException {
    long start = System.nanoTime();
    OptionalDouble value = OptionalDouble.empty();
    Optional<String> failure = Optional.empty();
    try {
      Contender contender = tunable.at(points.get(candidate));
      EvaluationResult result = Evaluation.run(one, List.of(contender), EvaluationListener.NONE);
      double reached =
          result.contenders().get(0).value(plan.objective().metric()).orElseThrow().mean();
      if (Double.isFinite(reached)) {
        value = OptionalDouble.of(reached);
      } else {
        failure = Optional.of(plan.objective().metric().label() + " is " + reached);
      }
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the search was interrupted");
      }
      failure = Optional.of(e.getMessage() == null ? e.toString() : e.getMessage());
    }
    double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    return new Trial(rung, candidate, points.get(candidate), value, failure, seconds);
  }

  private boolean keep(Trial trial) throws InterruptedException {
    try {
      return log.isEmpty() || log.get().add(trial);
    } catch (ClosedByInterruptException e) {
      Thread.interrupted(); // which the exception says from here on
      throw new InterruptedException("the search was interrupted");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
