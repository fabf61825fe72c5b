package io.reelrecs.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.train.evaluate.EvaluationProgress.Phase;
import io.reelrecs.train.evaluate.split.Candidates;
import io.reelrecs.train.evaluate.split.GivenSplits;
import io.reelrecs.train.evaluate.split.KFold;
import io.reelrecs.train.evaluate.split.Relevance;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Tables;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static final RankingOptions AT_2 = new RankingOptions(List.of(1, 2), 2, 4);

  private final RatingTable train =
      Tables.of(
          new long[] {1, 1, 5},
          new long[] {1, 2, 1},
          new long[] {2, 1, 4},
          new long[] {2, 3, 4},
          new long[] {2, 4, 2},
          new long[] {3, 5, 3});

  private final RatingTable test =
      Tables.of(
          new long[] {9, 2, 3}, // users do not stand in order
          new long[] {1, 4, 5},
          new long[] {1, 3, 2},
          new long[] {2, 2, 4},
          new long[] {1, 5, 4});

  /** Predicts 3 for movie 2, 4.5 for movie 3, 4 for movie 4, 2 for the rest. */
  private static final Toy BY_MOVIE =
      new Toy("by movie", (user, movie) -> movie == 2 ? 3 : movie == 3 ? 4.5 : movie == 4 ? 4 : 2);

  private static ContenderResult only(EvaluationResult result) {
    assertThat(result.contenders()).hasSize(1);
    return result.contenders().get(0);
  }

  private static double mean(ContenderResult result, String metric) {
    return result.value(Metric.parse(metric)).orElseThrow().mean();
  }

  @Test
  void ratings_workedByHand() throws Exception {
    EvaluationPlan plan = EvaluationPlan.ofRatings(GivenSplits.of(train, test));
    EvaluationResult evaluation = Evaluation.run(plan, List.of(BY_MOVIE), EvaluationListener.NONE);
    ContenderResult result = only(evaluation);
    // Predicted minus actual: user 9 movie 2: 0; user 1 movies 4, 3, 5: -1, 2.5, -2; user 2: -1.
    RatingReport report = result.ratings().orElseThrow();

    assertThat(mean(result, "rmse")).isCloseTo(Math.sqrt(12.25 / 5), within(1e-15));
    assertThat(mean(result, "mae")).isCloseTo(6.5 / 5, within(1e-15));
    assertThat(mean(result, "neighbor-coverage")).isEqualTo(3.0 / 5); // movies 2, 4 and 2
    assertThat(report.ratings()).isEqualTo(5);
    assertThat(report.pooledRmse()).isEqualTo(mean(result, "rmse"));
    assertThat(report.share(ScoreSource.NEIGHBORS)).isEqualTo(0.6);
    assertThat(report.share(ScoreSource.GLOBAL_MEAN)).isZero();
    assertThat(report.bySource()).containsOnlyKeys(ScoreSource.values());
    assertThat(report.byActivity().get(0))
        .isEqualTo(new ErrorBand(new Band(0, 0), 1, 0, 0, 0, 1)); // user 9
    assertThat(report.byActivity().get(1).ratings()).isEqualTo(4);
    assertThat(report.byActivity().get(1).meanError()).isCloseTo(-1.5 / 4, within(1e-15));
    assertThat(report.byActivity().get(2).ratings()).isZero();
    assertThat(report.byPopularity().get(1).ratings()).isEqualTo(5);
    assertThat(report.calibration())
        .containsExactly(
            new CalibrationBucket(2, 2.25, 1, 2, 4),
            new CalibrationBucket(3, 3.25, 2, 3, 3.5),
            new CalibrationBucket(4, 4.25, 1, 4, 5),
            new CalibrationBucket(4.5, 4.75, 1, 4.5, 2));
    assertThat(result.ranking()).isEmpty();
    assertThat(result.value(Metric.parse("ndcg@2"))).isEmpty();
    assertThat(evaluation.protocol()).isEqualTo("given split");
    assertThat(evaluation.splits())
        .containsExactly(new EvaluationResult.SplitSize("given split", 6, 5, 0));
    assertThat(evaluation.comparisons()).isEmpty();
  }

  @Test
  void ranking_workedByHand() throws Exception {
    EvaluationPlan plan = EvaluationPlan.ofRanking(GivenSplits.of(train, test), AT_2);
    ContenderResult result = only(Evaluation.run(plan, List.of(BY_MOVIE), EvaluationListener.NONE));
    // User 1 wants 4 and 5, gets 3 and 4. User 2 wants 2, gets 2 and 5. User 9 wants nothing.
    double log3 = Math.log(3) / Math.log(2);
    RankingReport report = result.ranking().orElseThrow();

    assertThat(mean(result, "ndcg@1")).isEqualTo(0.5);
    assertThat(mean(result, "ndcg@2"))
        .isCloseTo((1 / log3 / (1 + 1 / log3) + 1) / 2, within(1e-15));
    assertThat(mean(result, "recall@2")).isEqualTo((0.5 + 1) / 2);
    assertThat(mean(result, "precision@2")).isEqualTo(0.5);
    assertThat(mean(result, "hit-rate@1")).isEqualTo(0.5);
    assertThat(mean(result, "hit-rate@2")).isEqualTo(1);
    assertThat(mean(result, "map@2")).isEqualTo((0.25 + 1) / 2);
    assertThat(mean(result, "mrr@2")).isEqualTo((0.5 + 1) / 2);
    assertThat(mean(result, "catalog-coverage@1")).isEqualTo(2.0 / 5); // 3 and 2
    assertThat(mean(result, "catalog-coverage@2")).isEqualTo(4.0 / 5); // 2, 3, 4 and 5
    // Movies 2 to 5 have one rating each, movie 1 has two: percentile 0.4 each.
    assertThat(mean(result, "popularity@2")).isCloseTo(0.4, within(1e-15));
    assertThat(mean(result, "average-ratings@2")).isEqualTo(1);
    assertThat(mean(result, "test-popularity")).isCloseTo(0.4, within(1e-15));
    assertThat(report.users()).isEqualTo(2);
    assertThat(report.skippedUsers()).isEqualTo(1);
    assertThat(report.byActivity().get(1).users()).isEqualTo(2);
    assertThat(report.byActivity().get(1).ndcg()).isEqualTo(mean(result, "ndcg@2"));
    assertThat(report.byActivity().get(1).recall()).isEqualTo(0.75);
    assertThat(report.byPopularity().get(1))
        .isEqualTo(new RankingReport.HitBand(new Band(1, 9), 3, 2));
    assertThat(report.byPopularity().get(1).recall()).isEqualTo(2.0 / 3);
    assertThat(report.byPopularity().get(0).recall()).isZero();
  }

  @Test
  void candidates_areRankedInsteadOfTheCatalog_tiesToTheLowerId() throws Exception {
    Candidates candidates =
        Candidates.builder().add(9, 2, 5, 1).add(1, 5, 4).add(2, 2, 6, 1, 3).build();
    RatingTable one = Tables.of(new long[] {9, 5, 1}, new long[] {1, 5, 2}, new long[] {2, 2, 1});
    Split split = new Split("s", train, one, Relevance.ANY_RATING, Optional.of(candidates));
    EvaluationPlan plan = EvaluationPlan.ofRanking(new GivenSplits("given", List.of(split)), AT_2);
    ContenderResult result = only(Evaluation.run(plan, List.of(BY_MOVIE), EvaluationListener.NONE));

    // User 9 is ranked 2, 1, 5: missed, by the tie. User 1: 4, 5. User 2: 3, 2, 1, 6.
    assertThat(mean(result, "hit-rate@1")).isZero();
    assertThat(mean(result, "hit-rate@2")).isEqualTo(2.0 / 3);
    assertThat(result.value(Metric.parse("catalog-coverage@2"))).isEmpty();
    assertThat(result.value(Metric.parse("test-popularity"))).isEmpty();
  }

  @Test
  void splits_areAveraged_contendersCompared() throws Exception {
    RatingTable table = Tables.random(40, 30, 0.5, 1);
    EvaluationPlan plan = EvaluationPlan.ofRatings(KFold.of(table, 4, 1)).withRanking(AT_2);
    List<Contender> contenders =
        List.of(Toy.mixed("a", 1), Toy.mixed("b", 2), new Toy("threes", (u, m) -> 3));
    EvaluationResult result = Evaluation.run(plan, contenders, EvaluationListener.NONE);
    double sum = 0;
    for (int i = 0; i < table.size(); i++) {
      sum += Math.pow(3 - table.ratingAt(i), 2);
    }
    ContenderResult threes = result.contenders().get(2);
    MetricValue rmse = threes.value(Metric.parse("rmse")).orElseThrow();

    assertThat(threes.ratings().orElseThrow().pooledRmse())
        .isCloseTo(Math.sqrt(sum / table.size()), within(1e-12));
    assertThat(rmse.bySplit()).hasSize(4);
    assertThat(rmse.mean())
        .isCloseTo(rmse.bySplit().stream().mapToDouble(v -> v).average().orElse(0), within(1e-12));
    assertThat(rmse.deviation()).isPositive();
    assertThat(result.comparisons())
        .extracting(c -> c.first() + " " + c.second() + " " + c.metric().label())
        .containsExactly(
            "a b rmse",
            "a threes rmse",
            "b threes rmse",
            "a b ndcg@2",
            "a threes ndcg@2",
            "b threes ndcg@2");
    Comparison first = result.comparisons().get(1);
    assertThat(first.test().pairs()).isEqualTo(40);
    assertThat(first.test().meanDifference()).isPositive(); // a is worse than threes
    assertThat(first.test().pValue()).isLessThan(0.001);
    for (List<Comparison> family :
        List.of(result.comparisons().subList(0, 3), result.comparisons().subList(3, 6))) {
      List<Comparison> byP = new ArrayList<>(family);
      byP.sort(Comparator.comparingDouble(c -> c.test().pValue()));
      double smallest = Math.min(1, 3 * byP.get(0).test().pValue());
      double middle = Math.max(smallest, Math.min(1, 2 * byP.get(1).test().pValue()));
      double largest = Math.max(middle, byP.get(2).test().pValue());
      assertThat(byP).extracting(Comparison::adjustedP).containsExactly(smallest, middle, largest);
    }
    assertThat(result.times()).hasSize(12);
    assertThat(result.times().get(1).contender()).isEqualTo("b");
    assertThat(result.times().get(3).split()).isEqualTo("fold 2");
  }

  @Test
  void figures_doNotDependOnThreads() throws Exception {
    EvaluationPlan plan =
        EvaluationPlan.ofRatings(KFold.of(Tables.random(60, 40, 0.4, 2), 3, 1)).withRanking(AT_2);
    List<Contender> contenders = List.of(Toy.mixed("a", 1), Toy.mixed("b", 2));
    EvaluationResult one = Evaluation.run(plan.withThreads(1), contenders, EvaluationListener.NONE);
    for (int threads : new int[] {2, 5, 16}) {
      EvaluationResult more =
          Evaluation.run(plan.withThreads(threads), contenders, EvaluationListener.NONE);

      assertThat(more.contenders()).isEqualTo(one.contenders());
      assertThat(more.comparisons()).isEqualTo(one.comparisons());
      assertThat(more.splits()).isEqualTo(one.splits());
    }
  }

  @Test
  void listener_hearsOfEveryRun() throws Exception {
    List<EvaluationProgress> heard = new ArrayList<>();
    int[] started = new int[2];
    EvaluationListener listener =
        new EvaluationListener() {
          @Override
          public void started(int runs, int atOnce) {
            started[0] = runs;
            started[1] = atOnce;
          }

          @Override
          public void progress(EvaluationProgress progress) {
            heard.add(progress);
          }
        };
    EvaluationPlan plan = EvaluationPlan.ofRatings(KFold.of(Tables.random(40, 20, 0.5, 3), 3, 1));
    Evaluation.run(plan.withThreads(2), List.of(Toy.mixed("a", 1), Toy.mixed("b", 2)), listener);

    assertThat(started).containsExactly(6, 2);
    assertThat(heard).filteredOn(p -> p.phase() == Phase.TRAINING).hasSize(6);
    assertThat(heard)
        .filteredOn(p -> p.phase() == Phase.DONE)
        .extracting(EvaluationProgress::runsDone)
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(heard).filteredOn(p -> p.phase() == Phase.ASKING).hasSizeGreaterThan(12);
    assertThat(heard.get(0).secondsLeft()).isEmpty();
    assertThat(heard.get(heard.size() - 1).secondsLeft()).hasValue(0);
    assertThat(heard).allMatch(p -> p.runs() == 6 && p.usersAsked() <= p.usersToAsk());
  }

  @Test
  void run_refusesWhatCannotBeMeasured() {
    GivenSplits splits = GivenSplits.of(train, test);
    EvaluationPlan ratings = EvaluationPlan.ofRatings(splits);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Evaluation.run(ratings, List.of(), EvaluationListener.NONE))
        .withMessage("there must be at least one contender");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Evaluation.run(ratings, List.of(BY_MOVIE, BY_MOVIE), EvaluationListener.NONE))
        .withMessage("contenders must have different names, actual: by movie twice");
    RankingOptions six = new RankingOptions(List.of(1), 1, 6);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Evaluation.run(
                    EvaluationPlan.ofRanking(splits, six),
                    List.of(BY_MOVIE),
                    EvaluationListener.NONE))
        .withMessage(
            "positiveFrom must leave a hit to find in given split, actual: 6.0, and no test rating is that high");
  }
}
