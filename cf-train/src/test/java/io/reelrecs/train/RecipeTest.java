package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.train.tune.Dimension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTest {

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void of_hasEveryParameterAtItsDefault(Algorithm algorithm) {
    Recipe recipe = Recipe.of(algorithm);

    assertThat(recipe.text()).isEqualTo(algorithm.label());
    assertThat(Recipe.parse(algorithm.label())).isEqualTo(recipe);
    assertThat(recipe.values()).hasSameSizeAs(algorithm.parameters());
    for (Parameter parameter : algorithm.parameters()) {
      assertThat(recipe.values()).containsEntry(parameter.name(), parameter.defaultValue());
      assertThat(parameter.search().map(Dimension::name).orElse(parameter.name()))
          .isEqualTo(parameter.name());
    }
  }

  @Test
  void parse_readsBackWhatTextWrote_withoutDefaults() {
    Recipe recipe = Recipe.parse("ease:dropout=0:lambda=1320:user-exponent=0.75");

    assertThat(recipe.text()).isEqualTo("ease:lambda=1320:dropout=0");
    assertThat(Recipe.parse(recipe.text())).isEqualTo(recipe);
    assertThat(recipe.with("lambda", "500").text()).isEqualTo("ease:dropout=0");
    assertThat(recipe.read().number("lambda")).isEqualTo(1320);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "magic|algorithm must be one of fusion, user, item, ease, reference, baseline, popular,"
            + " actual: magic",
        "reference:q=1|parameter of reference must be one of k, missing, actual: q",
        "baseline:k=1|parameter of baseline must be none, actual: k",
        "reference:k|an algorithm must be written like ease:lambda=500:dropout=0, actual:"
            + " reference:k",
        "reference:k=1:k=2|k must be given once, actual: reference:k=1:k=2",
        "reference:k=0|k must be >= 1, actual: 0",
        "reference:k=1.5|k of reference must be a whole number, actual: 1.5",
        "reference:missing=no|missing of reference must be zero or user-mean, actual: no",
        "ease:lambda=x|lambda of ease must be a number, actual: x",
        "ease:lambda=0|lambda must be > 0 and finite, actual: 0.0",
        "ease:positive-from=NaN|positiveFrom must be a number, actual: NaN",
        "user:ranking=best|ranking of user must be one of [neighbors, linear, popularity,"
            + " prediction], actual: best",
        "item:exponent=2|exponent must be in [0, 1], actual: 2.0",
        "fusion:movie-two-steps=-1|twoStepWeight must be >= 0 and finite, actual: -1.0"
      })
  void parse_refusesWhatCannotBeTrained(String text, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> Recipe.parse(text)).withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 5 4", "0.5 5 4", "4 5 4", "1 4 4", "1 10 7.75", "0 1 0.75", "1 1 1"})
  void positiveFrom_auto_isFourStars_orTheUpperQuarter(String loHiExpected) {
    String[] words = loHiExpected.split(" ", -1);
    RatingScale scale =
        new RatingScale(Double.parseDouble(words[0]), Double.parseDouble(words[1]), 0);

    assertThat(Recipe.of(Algorithm.EASE).read().positiveFrom(scale))
        .isEqualTo(Double.parseDouble(words[2]));
    assertThat(Recipe.parse("ease:positive-from=3").read().positiveFrom(scale)).isEqualTo(3);
  }

  @Test
  void values_cannotBeChanged() {
    Recipe recipe = Recipe.of(Algorithm.REFERENCE);

    assertThat(recipe.values()).containsExactly(Map.entry("k", "20"), Map.entry("missing", "zero"));
    assertThat(recipe.values()).isUnmodifiable();
  }
}
