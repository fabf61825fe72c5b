package io.reelrecs.train.report;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Evaluation;
import io.reelrecs.train.evaluate.EvaluationListener;
import io.reelrecs.train.evaluate.EvaluationPlan;
import io.reelrecs.train.evaluate.EvaluationResult;
import io.reelrecs.train.evaluate.RankingOptions;
import io.reelrecs.train.evaluate.split.LearningCurve;
import io.reelrecs.train.evaluate.split.Relevance;
import io.reelrecs.train.evaluate.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures what a report shows beyond an evaluation. Stateless and thread-safe. */
public final class ReportMeasurement {

  /** Lists of 1 to 100, for recall against their length; compared at 10, hits from 4. */
  public static final RankingOptions RANKING =
      new RankingOptions(List.of(1, 2, 5, 10, 20, 50, 100), 10, 4);

  /** The shares of the training part that make the learning curve. */
  public static final List<Double> FRACTIONS = List.of(0.1, 0.2, 0.4, 0.6, 0.8, 1.0);

  private ReportMeasurement() {}

  /**
   * The learning curve of a plan's first split, and the facts of the plan. A curve that cannot be
   * trained, because a tenth of the ratings has too few users for instance, is left out with the
   * reason; the rest of the report stands.
   *
   * <p>Costs {@code 3.1} trainings of each contender, and asks the first test part six times.
   *
   * @param facts lines to show beside those of the plan
   * @param result what came of the plan
   * @param listener told how the curve comes along
   * @throws InterruptedException if the thread is interrupted
   */
  public static ReportContent measure(
      EvaluationPlan plan,
      List<Contender> contenders,
      List<ReportFact> facts,
      EvaluationResult result,
      EvaluationListener listener)
      throws InterruptedException {
    Split first = plan.splits().split(0);
    List<ReportFact> all = facts(plan, first);
    all.addAll(facts);
    return new ReportContent(all, result, curve(plan, first, contenders, listener));
  }

  private static ReportCurve curve(
      EvaluationPlan plan, Split first, List<Contender> contenders, EvaluationListener listener)
      throws InterruptedException {
    EvaluationPlan shares =
        new EvaluationPlan(
            LearningCurve.of(first, FRACTIONS, plan.seed()),
            plan.ratings(),
            plan.ranking().map(ReportMeasurement::compared),
            plan.calibrationWidth(),
            plan.seed(),
            plan.threads());
    try {
      EvaluationResult result = Evaluation.run(shares, contenders, listener);
      return new ReportCurve(first.name(), FRACTIONS, Optional.of(result), "");
    } catch (IllegalArgumentException e) { // the whole plan went well: a share of it is too small
      return new ReportCurve(first.name(), FRACTIONS, Optional.empty(), e.getMessage());
    }
  }

  private static RankingOptions compared(RankingOptions all) {
    return new RankingOptions(List.of(all.comparedAt()), all.comparedAt(), all.positiveFrom());
  }

  private static List<ReportFact> facts(EvaluationPlan plan, Split first) {
    List<ReportFact> facts = new ArrayList<>();
    facts.add(
        new ReportFact(
            "Data",
            "%s ratings by %s users of %s movies (%s, both sides)"
                .formatted(
                    Figures.count(first.train().size() + (long) first.test().size()),
                    Figures.count(distinct(first, first.train()::userAt, first.test()::userAt)),
                    Figures.count(distinct(first, first.train()::movieAt, first.test()::movieAt)),
                    first.name())));
    facts.add(new ReportFact("Seed", Long.toString(plan.seed())));
    if (plan.ranking().isPresent()) {
      String hit =
          first.relevance() == Relevance.ANY_RATING
              ? "any movie of the test part, whatever its stars"
              : "a test rating of "
                  + Figures.plain(plan.ranking().get().positiveFrom())
                  + " or more";
      String among =
          first.candidates().isPresent()
              ? "; looked for among sampled movies"
              : "; looked for among all movies that the user has not rated in training";
      facts.add(new ReportFact("A hit is", hit + among));
    }
    return facts;
  }

  private interface Ids {
    long at(int row);
  }

  private static int distinct(Split split, Ids train, Ids test) {
    int trained = split.train().size();
    long[] ids = new long[trained + split.test().size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i < trained ? train.at(i) : test.at(i - trained);
    }
    return IdIndex.of(ids).size();
  }
}
