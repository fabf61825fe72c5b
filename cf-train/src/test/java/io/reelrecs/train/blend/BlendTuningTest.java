package io.reelrecs.train.blend;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTuningTest {

  private static LearnedWeights learn(BlendPlan plan) throws InterruptedException {
    return BlendTuning.run(plan, BlendListener.NONE);
  }

  private static List<Double> list(BlendWeights w) {
    return List.of(
        w.cf(), w.genreOverlap(), w.collaborative(), w.popularityPercentile(), w.yearPreference());
  }

  private static double ndcg(BlendPlan plan, BlendWeights weights) throws InterruptedException {
    BlendCases cases =
        BlendCases.of(plan, plan.protocol().of(plan.ratings()).split(0), BlendListener.NONE);
    Judge judge = new Judge();
    Order order = Order.blend(weights, plan.range());
    double sum = 0;
    for (BlendCase each : cases.cases()) {
      sum += judge.ndcg(order, each);
    }
    return sum / cases.cases().size();
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 4, 5})
  void learned_isNeverWorseThanTheDefault_whereItWasLearned(long seed) throws InterruptedException {
    BlendPlan plan = ToyMovies.plan(seed);
    LearnedWeights learned = learn(plan);

    assertThat(learned.ndcg()).isGreaterThanOrEqualTo(learned.defaultNdcg());
    assertThat(learned.ndcg()).isEqualTo(ndcg(plan, learned.weights()));
    assertThat(learned.defaultNdcg()).isEqualTo(ndcg(plan, BlendWeights.DEFAULT));
  }

  @Test
  void learned_tasteOfGenres_weighsGenresMore() throws InterruptedException {
    BlendPlan plan = ToyMovies.plan(3);
    LearnedWeights learned = learn(plan);

    assertThat(learned.isDefault()).isFalse();
    assertThat(learned.ndcg()).isGreaterThan(learned.defaultNdcg() + 0.005);
    for (int i = 0; i < 5; i++) { // no weight alone does better, the corners were tried
      double[] one = new double[5];
      one[i] = 1;
      BlendWeights alone = new BlendWeights(one[0], one[1], one[2], one[3], one[4]);
      assertThat(ndcg(plan, alone)).isLessThanOrEqualTo(learned.ndcg());
    }
  }

  @ParameterizedTest
  @EnumSource(FeatureRange.class)
  void learned_weights_areHundredthsThatSumTo1(FeatureRange range) throws InterruptedException {
    LearnedWeights learned = learn(ToyMovies.plan(3).withRange(range));

    assertThat(learned.range()).isEqualTo(range);
    assertThat(list(learned.weights()))
        .allMatch(weight -> weight >= 0 && weight == Math.rint(weight * 100) / 100);
    assertThat(list(learned.weights()).stream().mapToLong(w -> Math.round(w * 100)).sum())
        .isEqualTo(100);
  }

  @Test
  void learned_doesNotDependOnThreads_norOnTheWeightsInUse() throws InterruptedException {
    BlendPlan plan = ToyMovies.plan(3);
    LearnedWeights one = learn(plan.withThreads(1));

    assertThat(learn(plan.withThreads(3))).isEqualTo(one);
    assertThat(learn(plan.withWeights(new BlendWeights(0, 0, 0, 0, 1)))).isEqualTo(one);
  }

  @Test
  void grid_holdsAllMultiplesOfTheStep() {
    List<Point> grid = Point.grid(20);

    assertThat(grid).hasSize(126).doesNotHaveDuplicates(); // 9 over 4
    assertThat(grid)
        .allMatch(p -> p.hundredths().stream().mapToInt(Integer::intValue).sum() == 100)
        .allMatch(p -> p.hundredths().stream().allMatch(w -> w >= 0 && w % 20 == 0));
  }

  @Test
  void neighbors_moveAStepFromOneWeightToAnother() {
    assertThat(new Point(List.of(100, 0, 0, 0, 0)).neighbors(10))
        .extracting(Point::hundredths)
        .containsExactly(
            List.of(90, 10, 0, 0, 0),
            List.of(90, 0, 10, 0, 0),
            List.of(90, 0, 0, 10, 0),
            List.of(90, 0, 0, 0, 10));
    assertThat(Point.DEFAULT.neighbors(5)).hasSize(20);
    assertThat(Point.DEFAULT.weights()).isEqualTo(BlendWeights.DEFAULT);
  }
}
