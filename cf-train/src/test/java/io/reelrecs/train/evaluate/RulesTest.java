package io.reelrecs.train.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.train.evaluate.split.Candidates;
import io.reelrecs.train.evaluate.split.GivenSplits;
import io.reelrecs.train.evaluate.split.Tables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The small rules: names, ranges, bands, how many runs at once, how long it still takes. */
class RulesTest {

  @Test
  void metric_isParsedFromItsLabel() {
    for (Measure measure : Measure.values()) {
      Metric metric = new Metric(measure, measure.isCut() ? 10 : 0);

      assertThat(Metric.parse(metric.label())).isEqualTo(metric);
    }
    assertThat(Metric.parse("ndcg@10")).isEqualTo(new Metric(Measure.NDCG, 10));
    assertThat(Metric.of(Measure.RMSE).label()).isEqualTo("rmse");
    for (String bad : new String[] {"", "ndcg", "rmse@10", "ndcg@0", "ndcg@x", "x@10", "ndcg@"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Metric.parse(bad))
          .withMessageContaining("metric must be one of rmse, mae, neighbor-coverage, ndcg@k, ")
          .withMessageEndingWith(", actual: " + bad);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Metric(Measure.MAE, 3))
        .withMessage("k of mae must be 0, actual: 3");
  }

  @Test
  void metricValue_hasMeanAndSampleDeviation() {
    MetricValue value = MetricValue.of(Metric.of(Measure.RMSE), List.of(1.0, 2.0, 4.0, 5.0));

    assertThat(value.mean()).isEqualTo(3);
    assertThat(value.deviation()).isCloseTo(Math.sqrt(10.0 / 3), within(1e-15));
    assertThat(MetricValue.of(Metric.of(Measure.RMSE), List.of(1.0)).deviation()).isZero();
  }

  @Test
  void bands_coverEveryCount() {
    assertThat(Band.ACTIVITY)
        .extracting(Band::label)
        .containsExactly("0", "1-19", "20-49", "50-99", "100-199", "200+");
    assertThat(Band.POPULARITY)
        .extracting(Band::label)
        .containsExactly("0", "1-9", "10-19", "20-49", "50-199", "200-999", "1000+");
    for (int count = 0; count < 2000; count++) {
      int index = Band.indexOf(Band.POPULARITY, count);
      Band band = Band.POPULARITY.get(index);

      assertThat(count).isBetween(band.from(), band.to());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Band(3, 2))
        .withMessage("band must start at >= 0 and not be empty, actual: 3 to 2");
  }

  @Test
  void options_areChecked() {
    assertThat(RankingOptions.DEFAULT).isEqualTo(new RankingOptions(List.of(5, 10, 20, 50), 10, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankingOptions(List.of(5, 5), 5, 4))
        .withMessage("cutoffs must ascend from >= 1, actual: [5, 5]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankingOptions(List.of(5), 10, 4))
        .withMessage("comparedAt must be one of the cutoffs [5], actual: 10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RankingOptions(List.of(5), 5, Double.NaN))
        .withMessage("positiveFrom must be a number, actual: NaN");
    EvaluationPlan plan =
        EvaluationPlan.ofRatings(
            GivenSplits.of(Tables.of(new long[] {1, 1, 1}), Tables.of(new long[] {1, 2, 1})));
    assertThat(plan.seed()).isEqualTo(1);
    assertThat(plan.calibrationWidth()).isEqualTo(0.25);
    assertThat(plan.withSeed(3).withThreads(4).withCalibrationWidth(2))
        .isEqualTo(new EvaluationPlan(plan.splits(), true, Optional.empty(), 2, 3, 4));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withThreads(0))
        .withMessage("threads must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withCalibrationWidth(0))
        .withMessage("calibrationWidth must be > 0 and finite, actual: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EvaluationPlan(plan.splits(), false, Optional.empty(), 1, 1, 1))
        .withMessage("there must be something to measure: ratings or ranking");
  }

  @Test
  void perUser_isAMeanOverAllSplits_byAscendingUser() {
    PerUser first = new PerUser();
    first.add(9, 4, 2);
    first.add(3, 1, 1);
    PerUser second = new PerUser();
    second.add(9, 11, 3);
    first.add(second);

    assertThat(first.means()).containsExactly(1, 3); // user 9: (4 + 11) / (2 + 3)
  }

  @Test
  void timeLeft_knowsThatContendersDiffer() {
    // a: 2 of 5 runs took 10 seconds each; b: 1 took 4; c: none yet, so 8 each.
    assertThat(RunClock.left(new double[] {20, 4, 0}, new int[] {2, 1, 0}, 5, 2))
        .hasValue((3 * 10 + 4 * 4 + 5 * 8) / 2.0);
    assertThat(RunClock.left(new double[2], new int[2], 5, 2)).isEmpty();
  }

  /** A scorer that ranks by NaN, and gives one answer and one recommendation too many. */
  private static final class Broken implements Scorer {
    @Override
    public Score score(long userId, long movieId) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Scores score(long userId, long[] movieIds) {
      return Scores.of(List.of());
    }

    @Override
    public Recommendations recommend(long userId, int n) {
      Score score = Toy.mixed("toy", 1).train(Tables.of(new long[] {1, 1, 1})).score(1, 1);
      List<Recommendation> tooMany =
          IntStream.rangeClosed(0, n).mapToObj(i -> new Recommendation(i, score, 1)).toList();
      return new Recommendations(tooMany, n, 0, 0);
    }

    @Override
    public double[] rank(long userId, long[] movieIds) {
      return new double[] {1, Double.NaN};
    }
  }

  @Test
  void asking_refusesAnswersThatCannotBeMeasured() {
    Asking asking = new Asking("broken", new Broken());
    Candidates candidates = Candidates.builder().add(7, 3, 4).build();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> asking.scores(7, new long[2]))
        .withMessage("broken gave 0 answers for 2 movies of user 7");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> asking.recommended(7, 2))
        .withMessage("broken recommended 3 movies to user 7, 2 were asked for");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> asking.ranked(7, candidates, 2))
        .withMessage(
            "broken answered NaN for user 7 and movie 4; an answer must be a finite number");
  }
}
