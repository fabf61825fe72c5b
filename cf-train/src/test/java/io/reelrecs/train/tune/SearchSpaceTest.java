package io.reelrecs.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

  private final SearchSpace space =
      new SearchSpace(
          List.of(
              Dimension.log("shrinkage", 1, 1000, "100"),
              Dimension.logInteger("k", 10, 300, "60"),
              Dimension.choice("missing", List.of("zero", "user-mean"), "zero")));

  @Test
  void draw_beginsWithTheDefaults_andRepeatsNothing() {
    List<Point> points = space.draw(500, 1);

    assertThat(points).hasSize(500).doesNotHaveDuplicates();
    assertThat(points.get(0).text()).isEqualTo("k=60:missing=zero:shrinkage=100");
  }

  @Test
  void draw_ofFewIsTheBeginningOfDrawOfMany() {
    assertThat(space.draw(100, 1)).startsWith(space.draw(30, 1).toArray(Point[]::new));
    assertThat(space.draw(30, 2)).isNotEqualTo(space.draw(30, 1));
  }

  @Test
  void draw_isPinned() {
    assertThat(space.draw(3, 1))
        .extracting(Point::text)
        .containsExactly(
            "k=60:missing=zero:shrinkage=100",
            "k=202:missing=zero:shrinkage=1.2",
            "k=83:missing=zero:shrinkage=100");
  }

  @Test
  void draw_endsWhereTheSpaceDoes() {
    SearchSpace small =
        new SearchSpace(
            List.of(
                Dimension.integer("a", 1, 3, "2"), Dimension.choice("b", List.of("x", "y"), "y")));

    assertThat(small.draw(50, 1)).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void draw_takesEveryOtherCandidateNearTheDefaults() {
    List<Point> points = space.draw(200, 3);
    Point defaults = space.defaults();
    int[] changed = new int[4];
    for (int c = 1; c < 200; c++) {
      int differs = 0;
      for (var value : points.get(c).values().entrySet()) {
        differs += value.getValue().equals(defaults.values().get(value.getKey())) ? 0 : 1;
      }
      assertThat(differs).isBetween(1, c % 2 == 0 ? 2 : 3);
      changed[differs]++;
    }
    assertThat(changed[3]).isGreaterThan(30); // half of the odd ones draw the default of missing
    for (String name : List.of("k", "missing", "shrinkage")) {
      assertThat(points.stream().filter(p -> !same(p, defaults, name))).hasSizeGreaterThan(60);
    }
  }

  private static boolean same(Point first, Point second, String name) {
    return first.values().get(name).equals(second.values().get(name));
  }

  @Test
  void from_setsOutElsewhere() {
    SearchSpace other = space.from(Map.of("k", "100", "missing", "user-mean"));

    assertThat(other.defaults().text()).isEqualTo("k=100:missing=user-mean:shrinkage=100");
    assertThat(other.draw(5, 1).get(0)).isEqualTo(other.defaults());
    assertThat(space.from(Map.of())).isEqualTo(space);
    assertThat(space.from(Map.of("k", "500", "shrinkage", "0.5")).describe())
        .contains("k: log-integer 10 to 500, default 500", "shrinkage: log 0.5 to 1000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.from(Map.of("k", "50.5")))
        .withMessage("default of k must be a whole number in [10, 300], actual: 50.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.from(Map.of("shrinkage", "0")))
        .withMessage("low of shrinkage must be above 0 for orders of magnitude, actual: 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.from(Map.of("lambda", "5")))
        .withMessage("parameter must be one of k, missing, shrinkage, actual: lambda");
  }

  @Test
  void only_leavesTheOthersOut() {
    assertThat(space.only(List.of("missing", "k")).defaults().values())
        .isEqualTo(Map.of("k", "60", "missing", "zero"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.only(List.of("k", "lambda")))
        .withMessage("parameter must be one of k, missing, shrinkage, actual: lambda");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.only(List.of()))
        .withMessage("there must be at least one parameter to search");
  }

  @Test
  void names_areDifferent() {
    Dimension k = Dimension.integer("k", 1, 2, "1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SearchSpace(List.of(k, k)))
        .withMessage("parameters must have different names, actual: k twice");
  }

  @Test
  void describe_saysAll() {
    assertThat(space.describe())
        .isEqualTo(
            "k: log-integer 10 to 300, default 60; missing: zero or user-mean, default zero;"
                + " shrinkage: log 1 to 1000, default 100");
  }
}
