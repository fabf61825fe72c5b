package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.Evaluation.Totals;
import io.reelrecs.train.evaluate.significance.PairedTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares every two contenders. */
final class Comparisons {

  private Comparisons() {}

  static List<Comparison> of(EvaluationPlan plan, List<String> names, List<Totals> totals) {
    List<Comparison> all = new ArrayList<>();
    if (plan.ratings()) {
      List<double[]> errors = new ArrayList<>();
      totals.forEach(total -> errors.add(total.ratings().get().squaredErrors().means()));
      all.addAll(compare(Metric.of(Measure.RMSE), names, errors, plan.seed()));
    }
    if (plan.ranking().isPresent()) {
      List<double[]> ndcg = new ArrayList<>();
      totals.forEach(total -> ndcg.add(total.ranking().get().ndcg().means()));
      Metric metric = new Metric(Measure.NDCG, plan.ranking().get().comparedAt());
      all.addAll(compare(metric, names, ndcg, plan.seed()));
    }
    return all;
  }

  private static List<Comparison> compare(
      Metric metric, List<String> names, List<double[]> values, long seed) {
    List<Comparison> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        if (values.get(i).length >= 2) {
          PairedTest test = PairedTest.of(values.get(i), values.get(j), seed);
          pairs.add(new Comparison(names.get(i), names.get(j), metric, test, test.pValue()));
        }
      }
    }
    return adjusted(pairs);
  }

  /** Holm's step-down: the smallest p-value times the number of pairs, the next times one less. */
  private static List<Comparison> adjusted(List<Comparison> pairs) {
    List<Comparison> ascending = new ArrayList<>(pairs);
    ascending.sort(Comparator.comparingDouble(pair -> pair.test().pValue()));
    List<Comparison> adjusted = new ArrayList<>(pairs);
    double floor = 0;
    for (int rank = 0; rank < ascending.size(); rank++) {
      Comparison pair = ascending.get(rank);
      floor = Math.max(floor, Math.min(1, (ascending.size() - rank) * pair.test().pValue()));
      adjusted.set(
          pairs.indexOf(pair),
          new Comparison(pair.first(), pair.second(), pair.metric(), pair.test(), floor));
    }
    return adjusted;
  }
}
