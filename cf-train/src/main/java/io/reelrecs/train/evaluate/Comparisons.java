package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.Evaluation.Totals;
import io.reelrecs.train.evaluate.significance.Holm;
import io.reelrecs.train.evaluate.significance.PairedTest;
import java.util.ArrayList;
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

  private static List<Comparison> adjusted(List<Comparison> pairs) {
    double[] p = Holm.adjust(pairs.stream().mapToDouble(pair -> pair.test().pValue()).toArray());
    List<Comparison> adjusted = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Comparison pair = pairs.get(i);
      adjusted.add(new Comparison(pair.first(), pair.second(), pair.metric(), pair.test(), p[i]));
    }
    return adjusted;
  }
}
