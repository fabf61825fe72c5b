package io.reelrecs.cli.bench;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Recipe;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchSettingsTest {

  private static final Path FILE = Path.of("ratings.dat");
  private static final List<Recipe> RECIPES = List.of(Recipe.of(Algorithm.REFERENCE));

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void seconds_notAboveZero_areRefused(double seconds) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchSettings(FILE, 20, 1, seconds, RECIPES))
        .withMessage("seconds must be > 0, actual: " + seconds);
  }

  @Test
  void numbers_belowOne_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchSettings(FILE, 0, 1, 1, RECIPES))
        .withMessage("k must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchSettings(FILE, 20, 0, 1, RECIPES))
        .withMessage("threads must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BenchSettings(FILE, 20, 1, 1, List.of()))
        .withMessage("algorithm must be at least one, actual: none");
  }
}
