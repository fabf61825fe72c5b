package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatedMoviesTest {

  @Test
  void of_sortsById_andCopies() {
    Map<Long, Double> given = new HashMap<>(Map.of(9L, 1.5, 4294967295L, 2.0, 0L, -3.0));
    RatedMovies rated = RatedMovies.of(given);
    given.clear();

    assertThat(rated.size()).isEqualTo(3);
    assertThat(new long[] {rated.movieAt(0), rated.movieAt(1), rated.movieAt(2)})
        .containsExactly(0, 9, 4294967295L);
    assertThat(new double[] {rated.ratingAt(0), rated.ratingAt(1), rated.ratingAt(2)})
        .containsExactly(-3, 1.5, 2);
    assertThat(rated).hasToString("RatedMovies[3]");
  }

  @Test
  void of_takesNothing() {
    assertThat(RatedMovies.of(Map.of()).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void of_refusesARatingThatIsNotFinite(double rating) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatedMovies.of(Map.of(1L, 3.0, 7L, rating)))
        .withMessage("rating must be finite, actual: " + rating + " for movie 7");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
  void of_refusesAnIdThatNoMovieHas(long id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatedMovies.of(Map.of(id, 3.0)))
        .withMessage("movie id must be in [0, 4294967295], actual: " + id);
  }

  @Test
  void equals_tellsMoviesAndRatings() {
    RatedMovies rated = RatedMovies.of(Map.of(1L, 3.0, 2L, 4.0));

    assertThat(rated)
        .isEqualTo(RatedMovies.of(Map.of(2L, 4.0, 1L, 3.0)))
        .hasSameHashCodeAs(RatedMovies.of(Map.of(2L, 4.0, 1L, 3.0)))
        .isNotEqualTo(RatedMovies.of(Map.of(1L, 3.0, 2L, 4.5)))
        .isNotEqualTo(RatedMovies.of(Map.of(1L, 3.0, 3L, 4.0)))
        .isNotEqualTo(RatedMovies.of(Map.of(1L, 3.0)));
  }
}
