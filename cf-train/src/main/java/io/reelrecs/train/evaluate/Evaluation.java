package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.EvaluationResult.RunTime;
import io.reelrecs.train.evaluate.EvaluationResult.SplitSize;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.parallel.MemoryBound;
import io.reelrecs.train.parallel.Parallel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Trains contenders on splits, asks them, and measures what they say.
 *
 * <p>A run is one contender on one split. As many runs go on at once as there are threads and room
 * in the heap; threads that are left over share the asking of a run. The figures are the same, bit
 * for bit, whatever the number of threads, as long as the contenders' are.
 *
 * <p>Memory: for each run at once what {@link Contender#memoryToTrain} says, and about 70 bytes a
 * rating of the split. Stateless and thread-safe.
 */
public final class Evaluation {

  /** What a split takes beside the training: its two tables, the answers, the counts. */
  private static final long SPLIT_BYTES_PER_RATING = 70;

  private Evaluation() {}

  /**
   * Runs a plan.
   *
   * @param contenders at least one, of different names; compared side by side on the same splits
   * @param listener told how it comes along
   * @throws IllegalArgumentException if there is no contender, two have one name, a split has an
   *     empty side, or no user of a split has a hit to find
   * @throws IllegalStateException if a contender answers NaN or infinity, or not everything
   * @throws InterruptedException if the thread is interrupted; its helpers are stopped then
   */
  public static EvaluationResult run(
      EvaluationPlan plan, List<Contender> contenders, EvaluationListener listener)
      throws InterruptedException {
    Objects.requireNonNull(listener, "listener");
    List<String> names = names(contenders);
    Splits splits = plan.splits();
    int size = splits.size() * contenders.size();
    int atOnce =
        MemoryBound.atOnce(
            plan.threads(),
            size,
            MemoryBound.freeBytes(),
            memoryToRun(splits.split(0), contenders));
    RunClock clock = new RunClock(listener, names, splits.size(), atOnce);
    Run[] runs = new Run[size];
    Parallel.forEach(
        size,
        atOnce,
        i -> {
          int contender = i % contenders.size();
          Split split = splits.split(i / contenders.size());
          Run.Clock own = new Run.Clock(clock, contender, split.name());
          int threads = Math.max(1, plan.threads() / atOnce);
          runs[i] = Run.of(plan, split, contenders.get(contender), own, threads);
        });
    return result(plan, names, List.of(runs));
  }

  private static List<String> names(List<Contender> contenders) {
    if (contenders.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one contender");
    }
    Set<String> seen = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Contender contender : contenders) {
      if (!seen.add(contender.name())) {
        throw new IllegalArgumentException(
            "contenders must have different names, actual: " + contender.name() + " twice");
      }
      names.add(contender.name());
    }
    return names;
  }

  /**
   * How much memory a run takes at its peak: any one of these contenders on this split. As many
   * runs should go on at once as the heap has room for.
   *
   * @return a rough number of bytes
   */
  public static long memoryToRun(Split split, List<Contender> contenders) {
    TrainCounts counts = TrainCounts.of(split.train());
    long most = 0;
    for (Contender contender : contenders) {
      most =
          Math.max(
              most,
              contender.memoryToTrain(
                  counts.users(), counts.movies().size(), split.train().size()));
    }
    long ratings = (long) split.train().size() + split.test().size();
    return most + SPLIT_BYTES_PER_RATING * ratings;
  }

  private static EvaluationResult result(EvaluationPlan plan, List<String> names, List<Run> runs) {
    List<SplitSize> splits = new ArrayList<>();
    List<RunTime> times = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      if (i % names.size() == 0) {
        splits.add(runs.get(i).split());
      }
      times.add(runs.get(i).time());
    }
    List<Totals> totals = new ArrayList<>();
    List<ContenderResult> results = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      List<Run> own = new ArrayList<>();
      for (int i = c; i < runs.size(); i += names.size()) {
        own.add(runs.get(i));
      }
      Totals total = Totals.of(plan, own);
      totals.add(total);
      results.add(
          new ContenderResult(
              names.get(c),
              metrics(own),
              total.ratings().map(RatingSums::report),
              total.ranking().map(RankingSums::report)));
    }
    return new EvaluationResult(
        plan.splits().describe(), splits, results, Comparisons.of(plan, names, totals), times);
  }

  private static List<MetricValue> metrics(List<Run> runs) {
    List<MetricValue> values = new ArrayList<>();
    for (Metric metric : runs.get(0).metrics().keySet()) {
      values.add(
          MetricValue.of(metric, runs.stream().map(run -> run.metrics().get(metric)).toList()));
    }
    return values;
  }

  /** One contender's sums over all splits. */
  record Totals(Optional<RatingSums> ratings, Optional<RankingSums> ranking) {

    static Totals of(EvaluationPlan plan, List<Run> runs) {
      RatingSums ratings = new RatingSums(plan.calibrationWidth());
      RankingSums ranking =
          new RankingSums(plan.ranking().map(RankingOptions::comparedAt).orElse(0));
      for (Run run : runs) {
        run.ratings().ifPresent(ratings::add);
        run.ranking().ifPresent(ranking::add);
      }
      return new Totals(
          plan.ratings() ? Optional.of(ratings) : Optional.empty(),
          plan.ranking().map(options -> ranking));
    }
  }
}
