package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovieTest {

  @Test
  void label_hasTheYear_whereItIsKnown() {
    assertThat(new Movie(1, "Heat", 1995, List.of()).label()).isEqualTo("Heat (1995)");
    assertThat(new Movie(1, "Heat", 0, List.of()).label()).isEqualTo("Heat");
  }

  @Test
  void constructor_copiesTheGenres() {
    List<String> genres = new ArrayList<>(List.of("Crime"));
    Movie movie = new Movie(1, "Heat", 1995, genres);
    genres.add("Drama");

    assertThat(movie.genres()).containsExactly("Crime");
  }

  @Test
  void constructor_refusesWhatAModelFileCannotHold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Movie(-1, "", 0, List.of()))
        .withMessage("movie id must be in [0, 4294967295], actual: -1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Movie(4294967296L, "", 0, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Movie(1, "", -1, List.of()))
        .withMessage("year must be in [0, 32767], actual: -1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Movie(1, "", 32_768, List.of()));
    assertThatNullPointerException().isThrownBy(() -> new Movie(1, null, 0, List.of()));
  }
}
