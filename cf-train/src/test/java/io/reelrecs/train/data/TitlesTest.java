package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TitlesTest {

  /** Enough for MovieLens 32M, and far enough for the long titles to begin. */
  @Test
  void title_manyMovies_areAllDifferent() {
    Set<String> titles = new HashSet<>();
    int movies = 100_000;
    for (int movie = 0; movie < movies; movie++) {
      titles.add(Titles.title(movie));
    }
    assertThat(titles).hasSize(movies);
  }

  @Test
  void title_beyondAllWords_isAnotherPart() {
    assertThat(Titles.title(9_999_999)).endsWith("Part 6");
  }
}
