package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowOrderTest {

  private record Entry(int movie, float rating) {}

  /** Catalogs of a word, of a word of words and of more, rows with and without repeats. */
  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 4095, 4097, 20_011})
  void sort_agreesWithAStableSort(int movies) {
    for (int threads : new int[] {1, 2, 3, 7}) {
      for (boolean repeats : new boolean[] {false, true}) {
        Random random = new Random(movies);
        int rows = 20;
        int[] start = new int[rows + 1];
        List<Entry> entries = new ArrayList<>();
        List<Entry> expected = new ArrayList<>();
        boolean repeated = false;
        for (int row = 0; row < rows; row++) {
          List<Entry> one = row(random, movies, repeats);
          repeated |= one.stream().map(Entry::movie).distinct().count() < one.size();
          entries.addAll(one);
          one.sort(Comparator.comparingInt(Entry::movie));
          expected.addAll(one);
          start[row + 1] = entries.size();
        }
        int[] movie = entries.stream().mapToInt(Entry::movie).toArray();
        float[] rating = new float[movie.length];
        for (int i = 0; i < rating.length; i++) {
          rating[i] = entries.get(i).rating();
        }

        boolean unique = RowOrder.sort(movies, start, movie, rating, threads);

        List<Entry> sorted = new ArrayList<>();
        for (int i = 0; i < movie.length; i++) {
          sorted.add(new Entry(movie[i], rating[i]));
        }
        assertThat(sorted).as("%d threads, repeats %s", threads, repeats).isEqualTo(expected);
        assertThat(unique).isNotEqualTo(repeated);
        assertThat(repeated).isEqualTo(repeats);
      }
    }
  }

  /** A row in random order; some are empty. */
  private static List<Entry> row(Random random, int movies, boolean repeats) {
    List<Entry> row = new ArrayList<>();
    boolean[] taken = new boolean[movies];
    for (int i = random.nextInt(200); i > 0; i--) {
      int movie = random.nextInt(movies);
      if (repeats || !taken[movie]) {
        row.add(new Entry(movie, random.nextFloat()));
        taken[movie] = true;
      }
    }
    if (repeats) {
      row.add(new Entry(0, 1));
      row.add(new Entry(0, 2));
    }
    return row;
  }

  @Test
  void sort_refusesNoThreads() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowOrder.sort(1, new int[1], new int[0], new float[0], 0))
        .withMessage("threads must be >= 1, actual: 0");
  }
}
