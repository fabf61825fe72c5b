package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovieCatalogTest {

  private final Movie first = new Movie(3, "A", 1990, List.of());
  private final Movie last = new Movie(4294967295L, "B", 1991, List.of("Drama"));

  @Test
  void of_sortsById() {
    MovieCatalog catalog = MovieCatalog.of(List.of(last, first));

    assertThat(catalog.size()).isEqualTo(2);
    assertThat(catalog.movies()).containsExactly(first, last);
    assertThat(catalog.find(3)).contains(first);
    assertThat(catalog.find(4294967295L)).contains(last);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 2, 4, Long.MIN_VALUE, Long.MAX_VALUE})
  void find_isEmpty_forAnyOtherId(long id) {
    assertThat(MovieCatalog.of(List.of(last, first)).find(id)).isEmpty();
    assertThat(MovieCatalog.empty().find(id)).isEmpty();
  }

  @Test
  void of_refusesAnIdTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MovieCatalog.of(List.of(first, last, new Movie(3, "C", 0, List.of()))))
        .withMessage("movie ids must be unique, twice: 3");
  }
}
