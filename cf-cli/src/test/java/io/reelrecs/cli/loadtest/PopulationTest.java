package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.train.LoadedRatings;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PopulationTest {

  /** User 7 rated all three movies, user 9 only the last. */
  private static final LoadedRatings RATINGS =
      new LoadedRatings(
          IdIndex.of(7, 9),
          IdIndex.of(10, 20, 4_000_000_000L),
          RatingMatrix.of(
              2, 3, new int[] {0, 0, 0, 1}, new int[] {0, 1, 2, 2}, new float[] {1, 2, 3, 4}),
          0);

  @Test
  void of_ratings_knowsWhatTheyTellOfAMovie() {
    Population population = Population.of(RATINGS);

    assertThat(population.users()).isEqualTo(2);
    assertThat(population.movies()).isEqualTo(3);
    MovieFacts last = population.facts(2);
    assertThat(last.id()).isEqualTo(4_000_000_000L);
    assertThat(last.ratings()).isEqualTo(2);
    assertThat(last.average()).isEqualTo(3.5f);
    assertThat(last.percentile()).isEqualTo(1f);
    assertThat(population.facts(0).percentile()).isEqualTo(2 / 3f);
    assertThat(population.facts(0).share()).isEqualTo(0.5);
  }

  @Test
  void draw_isAsOftenAsRated() {
    Population population = Population.of(RATINGS);
    SplittableRandom random = new SplittableRandom(1);
    int draws = 20_000;
    double active = 0;
    double popular = 0;
    for (int i = 0; i < draws; i++) {
      active += population.drawUser(random) == 7 ? 1.0 / draws : 0;
      popular += population.drawMovie(random) == 2 ? 1.0 / draws : 0;
    }

    assertThat(active).isCloseTo(0.75, within(0.02));
    assertThat(popular).isCloseTo(0.5, within(0.02));
  }

  @Test
  void synthetic_ofNone_isRefused() {
    assertThatThrownBy(() -> Population.synthetic(0, 1, 5))
        .hasMessage("users must be >= 1, actual: 0");
    assertThatThrownBy(() -> Population.synthetic(5, 1, 0))
        .hasMessage("movies must be >= 1, actual: 0");
  }
}
