package io.reelrecs.cli;

import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Limits that every algorithm of an evaluation has to hold, for scripts that guard a figure. */
final class Gates {

  private static final int CUTOFF = 10;

  @Option(
      names = "--max-rmse",
      paramLabel = "X",
      description = "Fail (exit status 7) if an RMSE is above X.")
  private Double maxRmse;

  @Option(names = "--max-mae", paramLabel = "X", description = "The same for the MAE.")
  private Double maxMae;

  @Option(
      names = "--min-coverage",
      paramLabel = "X",
      description = "Fail if the share of answers from neighbors is below X.")
  private Double minCoverage;

  @Option(names = "--min-ndcg", paramLabel = "X", description = "Fail if nDCG@10 is below X.")
  private Double minNdcg;

  @Option(names = "--min-recall", paramLabel = "X", description = "The same for recall@10.")
  private Double minRecall;

  @Option(names = "--min-hit-rate", paramLabel = "X", description = "The same for HR@10.")
  private Double minHitRate;

  /**
   * Checks all limits that were set.
   *
   * @throws CommandException with {@link ExitCode#GATE}, naming all that are broken
   */
  void check(EvaluationResult result) {
    List<String> broken = new ArrayList<>();
    for (ContenderResult contender : result.contenders()) {
      check(contender, Metric.of(Measure.RMSE), maxRmse, true, broken);
      check(contender, Metric.of(Measure.MAE), maxMae, true, broken);
      check(contender, Metric.of(Measure.NEIGHBOR_COVERAGE), minCoverage, false, broken);
      check(contender, new Metric(Measure.NDCG, CUTOFF), minNdcg, false, broken);
      check(contender, new Metric(Measure.RECALL, CUTOFF), minRecall, false, broken);
      check(contender, new Metric(Measure.HIT_RATE, CUTOFF), minHitRate, false, broken);
    }
    if (!broken.isEmpty()) {
      throw new CommandException(ExitCode.GATE, String.join("\n", broken));
    }
  }

  private static void check(
      ContenderResult contender, Metric metric, Double limit, boolean upper, List<String> broken) {
    if (limit == null) {
      return;
    }
    Optional<MetricValue> value = contender.value(metric);
    if (value.isEmpty()) {
      broken.add(contender.name() + ": " + metric.label() + " has a limit but was not measured");
      return;
    }
    double mean = value.get().mean();
    if (upper ? !(mean <= limit) : !(mean >= limit)) {
      broken.add(
          Text.format(
              "%s: %s is %.6f, which is %s the limit of %s",
              contender.name(), metric.label(), mean, upper ? "above" : "below", limit));
    }
  }
}
