package io.reelrecs.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.RankingOptions;
import io.reelrecs.train.ratings.RatingTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObjectiveTest {

  private static final Objective RMSE = Objective.of(Metric.parse("rmse"));
  private static final Objective RECALL = new Objective(Metric.parse("recall@20"), 3.5);

  @Test
  void split_fitsWhatIsMeasured() {
    RatingTable ratings = ToyTunable.ratings(10);

    assertThat(RMSE.split(ratings, 0.2, 5).describe()).isEqualTo("random hold-out of 0.2, seed 5");
    assertThat(RMSE.split(ratings, 0.2, 5).size()).isEqualTo(1);
    assertThat(RECALL.split(ratings, 0.2, 5).describe())
        .isEqualTo("per-user hold-out of 0.2, seed 5");
  }

  @Test
  void plan_measuresThatAlone() {
    assertThat(RECALL.plan(RECALL.split(ToyTunable.ratings(10), 0.2, 5), 3).ranking())
        .hasValue(new RankingOptions(List.of(20), 20, 3.5));
    assertThat(RECALL.plan(RECALL.split(ToyTunable.ratings(10), 0.2, 5), 3).ratings()).isFalse();
    assertThat(RMSE.plan(RMSE.split(ToyTunable.ratings(10), 0.2, 5), 3).ranking()).isEmpty();
    assertThat(RMSE.plan(RMSE.split(ToyTunable.ratings(10), 0.2, 5), 3).threads()).isEqualTo(3);
  }

  @Test
  void gain_isPositiveWhereItIsBetter() {
    assertThat(RMSE.gain(0.75, 1)).isEqualTo(0.25);
    assertThat(RECALL.gain(0.75, 1)).isEqualTo(-0.25);
    assertThat(RMSE.lowerIsBetter()).isTrue();
    assertThat(RECALL.lowerIsBetter()).isFalse();
  }

  @Test
  void describe_namesWhatCountsAsAHit() {
    assertThat(RMSE.describe()).isEqualTo("rmse");
    assertThat(RECALL.describe()).isEqualTo("recall@20, hits from 3.5");
  }

  @Test
  void objective_isChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Objective.of(Metric.parse("gini@10")))
        .withMessage(
            "metric must be one that is better lower or higher, such as rmse or ndcg@10, actual: gini@10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Objective(Metric.parse("rmse"), Double.NaN))
        .withMessage("positiveFrom must be a number, actual: NaN");
  }
}
