package io.reelrecs.train.blend;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.evaluate.significance.Holm;
import io.reelrecs.train.evaluate.significance.PairedTest;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures how well the blended scores order requests made the way the existing pipeline makes
 * them, beside what the parts of the blend and other orders do with the same candidates.
 *
 * <p>Relevant are the candidates that the user liked among what was held out; nDCG@20 is a mean
 * over the users who have one. Learned weights never saw the test part: they come from an inner
 * split of the training part. Stateless and thread-safe.
 */
public final class BlendEvaluation {

  /** The row of the blend as it is served by default: weights of the plan, features rescaled. */
  public static final String SERVED = "blend, rescale";

  /** The row of the same weights over raw features. */
  public static final String RAW = "blend, raw";

  /** The row of the learned weights. */
  public static final String LEARNED = "blend, learned weights";

  private BlendEvaluation() {}

  /**
   * Runs a plan. Costs two trainings and one search for weights; see {@link BlendTuning}.
   *
   * @throws IllegalArgumentException if the ratings cannot be split so, or no user liked a
   *     candidate among what was held out
   * @throws InterruptedException if the thread is interrupted; its helpers are stopped then
   */
  public static BlendResult run(BlendPlan plan, BlendListener listener)
      throws InterruptedException {
    Splits splits = plan.protocol().of(plan.ratings());
    Split split = splits.split(0);
    LearnedWeights learned = BlendTuning.learn(plan, split.train(), listener);
    BlendCases cases = BlendCases.of(plan, split, listener);
    List<Measured> measured = new ArrayList<>();
    blends(plan, learned)
        .forEach((name, order) -> measured.add(Measured.of(name, order, cases.cases())));
    others(plan, cases)
        .forEach(
            (name, order) -> measured.add(Measured.of(name, order, cases.cases()).withoutTies()));
    return new BlendResult(splits.describe(), cases.hits(), rows(plan, measured), learned);
  }

  private static Map<String, Order> blends(BlendPlan plan, LearnedWeights learned) {
    Map<String, Order> orders = new LinkedHashMap<>();
    orders.put(SERVED, Order.blend(plan.weights(), FeatureRange.RESCALE));
    orders.put(RAW, Order.blend(plan.weights(), FeatureRange.RAW));
    orders.put(LEARNED, Order.blend(learned.weights(), learned.range()));
    orders.put("cf score alone", alone(new BlendWeights(1, 0, 0, 0, 0)));
    orders.put("genre overlap alone", alone(new BlendWeights(0, 1, 0, 0, 0)));
    orders.put("collaborative alone", alone(new BlendWeights(0, 0, 1, 0, 0)));
    orders.put("popularity percentile alone", alone(new BlendWeights(0, 0, 0, 1, 0)));
    orders.put("year preference alone", alone(new BlendWeights(0, 0, 0, 0, 1)));
    return orders;
  }

  /** Orders by figures that are no scores of the wire. */
  private static Map<String, Order> others(BlendPlan plan, BlendCases cases) {
    Map<String, Order> orders = new LinkedHashMap<>();
    orders.put("popularity (likes)", each -> cases.pipeline().likes(each.request()));
    orders.put(
        "the model's own ranking",
        each -> cases.scorer().rank(each.request().userId(), each.request().movieIds()));
    orders.put("random", Order.random(plan.seed()));
    return orders;
  }

  private static Order alone(BlendWeights one) {
    return Order.blend(one, FeatureRange.RESCALE);
  }

  private static List<BlendRow> rows(BlendPlan plan, List<Measured> measured) {
    double[] served = measured.get(0).ndcg();
    List<Optional<PairedTest>> tests = new ArrayList<>();
    for (int i = 0; i < measured.size(); i++) {
      tests.add(
          i == 0 || served.length < 2
              ? Optional.empty()
              : Optional.of(PairedTest.of(measured.get(i).ndcg(), served, plan.seed())));
    }
    double[] adjusted =
        Holm.adjust(
            tests.stream().flatMap(Optional::stream).mapToDouble(PairedTest::pValue).toArray());
    List<BlendRow> rows = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < measured.size(); i++) {
      Measured each = measured.get(i);
      double p = tests.get(i).isPresent() ? adjusted[next++] : 1;
      rows.add(
          new BlendRow(
              each.name(), each.mean(), each.tiedUsers(), each.mostTied(), tests.get(i), p));
    }
    return rows;
  }

  /** One order over all users. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Measured(String name, double[] ndcg, int tiedUsers, int mostTied) {

    static Measured of(String name, Order order, List<BlendCase> cases) {
      Judge judge = new Judge();
      double[] ndcg = new double[cases.size()];
      int tiedUsers = 0;
      int mostTied = 0;
      for (int i = 0; i < ndcg.length; i++) {
        ndcg[i] = judge.ndcg(order, cases.get(i));
        tiedUsers += judge.saturated() > 1 ? 1 : 0;
        mostTied = Math.max(mostTied, judge.saturated());
      }
      return new Measured(name, ndcg, tiedUsers, mostTied);
    }

    /** This for figures that may be 1 and mean nothing by it. */
    Measured withoutTies() {
      return new Measured(name, ndcg, 0, 0);
    }

    double mean() {
      double sum = 0;
      for (double each : ndcg) {
        sum += each;
      }
      return sum / ndcg.length;
    }
  }
}
