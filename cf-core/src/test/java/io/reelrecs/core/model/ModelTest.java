package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.search.NeighborGraph;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelTest {

  private final Model model = SampleModels.random(3, 4, 0.5, SampleRatings.STARS, 1);

  @Test
  void title_isTheLabel_orEmpty() {
    Model titled = SampleModels.with(model, SampleModels.catalog());

    assertThat(titled.title(8)).isEqualTo("Léon (1994)");
    assertThat(titled.title(9)).isEmpty();
    assertThat(titled.title(-1)).isEmpty();
    assertThat(model.title(8)).isEmpty();
  }

  @Test
  void constructor_refusesPartsThatDoNotFit() {
    refuse(IdIndex.of(1), model.movies(), model.baseline(), model.neighbors(), "user ids", 1, 3);
    refuse(model.users(), IdIndex.of(1), model.baseline(), model.neighbors(), "movie ids", 1, 4);
    Baseline fewUsers = Baseline.of(3, new double[2], new double[4], 5);
    refuse(model.users(), model.movies(), fewUsers, model.neighbors(), "user biases", 2, 3);
    Baseline moreMovies = Baseline.of(3, new double[3], new double[5], 5);
    refuse(model.users(), model.movies(), moreMovies, model.neighbors(), "movie biases", 5, 4);
    NeighborGraph none = NeighborGraph.of(new int[] {0}, new int[0], new double[0]);
    refuse(model.users(), model.movies(), model.baseline(), none, "neighbor rows", 0, 3);
  }

  private void refuse(
      IdIndex users,
      IdIndex movies,
      Baseline baseline,
      NeighborGraph graph,
      String what,
      int actual,
      int expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Model(
                    model.manifest(),
                    users,
                    movies,
                    model.ratings(),
                    model.missing(),
                    baseline,
                    graph,
                    model.catalog()))
        .withMessageStartingWith(what)
        .withMessageEndingWith("actual: " + actual + " and " + expected);
  }

  @Test
  void baseline_copiesAndChecksItsFigures() {
    double[] users = {1, 2};
    Baseline baseline = Baseline.of(3, users, new double[] {4}, 5);
    users[0] = 9;

    assertThat(baseline.userBias(0)).isEqualTo(1);
    assertThat(baseline).isEqualTo(Baseline.of(3, new double[] {1, 2}, new double[] {4}, 5));
    assertThat(baseline).isNotEqualTo(Baseline.of(3, users, new double[] {4}, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(Double.NaN, users, users, 5))
        .withMessage("mean must be finite, actual: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, new double[] {Double.NEGATIVE_INFINITY}, users, 5))
        .withMessage("user bias must be finite, actual: -Infinity");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Baseline.of(0, users, new double[] {Double.NaN}, 5))
        .withMessage("movie bias must be finite, actual: NaN");
  }

  @Test
  void manifest_copiesItsParameters_andRefusesNulls() {
    Map<String, String> parameters = new HashMap<>(Map.of("k", "20"));
    ModelManifest manifest = ModelManifest.of("reference", parameters, "f", "w");
    parameters.put("k", "21");

    assertThat(manifest.parameters()).containsExactly(Map.entry("k", "20"));
    assertThatThrownBy(() -> manifest.parameters().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
    parameters.put("k", null);
    assertThatNullPointerException()
        .isThrownBy(() -> ModelManifest.of("reference", parameters, "f", "w"))
        .withMessage("parameter value");
    assertThatNullPointerException()
        .isThrownBy(() -> ModelManifest.of(null, Map.of(), "f", "w"))
        .withMessage("algorithm");
  }
}
