package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AssemblyTest {

  @Test
  void of_catalogWithUnratedMovies_columnsCoverTheCatalog() {
    RatingTable table = RatingTable.builder().add(7, 30, 4, 0).add(5, 10, 3, 0).build();
    MovieCatalog catalog = MovieCatalog.of(List.of(movie(20), movie(10)));

    Assembly assembly = assemble(table, catalog);

    assertThat(assembly.users().toArray()).containsExactly(5, 7);
    assertThat(assembly.movies().toArray()).containsExactly(10, 20, 30);
    assertThat(assembly.matrix().movies()).isEqualTo(3);
    assertThat(assembly.matrix().columnLength(1)).isZero();
    assertThat(assembly.duplicates()).isZero();
  }

  @Test
  void of_ratedAgainLater_laterTimestampWinsWhereverItStands() {
    RatingTable table =
        RatingTable.builder()
            .add(1, 1, 5, 200)
            .add(1, 1, 2, 100)
            .add(2, 1, 1, 100)
            .add(2, 1, 3, 200)
            .build();

    Assembly assembly = assemble(table, MovieCatalog.empty());

    assertThat(rating(assembly, 1, 1)).isEqualTo(5);
    assertThat(rating(assembly, 2, 1)).isEqualTo(3);
    assertThat(assembly.duplicates()).isEqualTo(2);
  }

  @Test
  void of_ratedAgainAtTheSameTime_laterLineWins() {
    RatingTable table =
        RatingTable.builder().add(1, 1, 5, 100).add(2, 1, 1, 0).add(1, 1, 2, 100).build();

    assertThat(rating(assemble(table, MovieCatalog.empty()), 1, 1)).isEqualTo(2);
  }

  @Test
  void of_randomTableFullOfDuplicates_keepsWhatAPlainMapKeeps() {
    Random random = new Random(11);
    RatingTable.Builder builder = RatingTable.builder();
    Map<List<Long>, long[]> expected = new HashMap<>();
    for (int line = 0; line < 5_000; line++) {
      long user = random.nextInt(40);
      long movie = random.nextInt(50);
      int rating = 1 + random.nextInt(5);
      long time = random.nextInt(4);
      builder.add(user, movie, rating, time);
      long[] kept = expected.get(List.of(user, movie));
      if (kept == null || time >= kept[1]) {
        expected.put(List.of(user, movie), new long[] {rating, time});
      }
    }

    Assembly assembly = assemble(builder.build(), MovieCatalog.empty());

    assertThat(assembly.matrix().size()).isEqualTo(expected.size());
    assertThat(assembly.duplicates()).isEqualTo(5_000 - expected.size());
    expected.forEach(
        (pair, kept) ->
            assertThat(rating(assembly, pair.get(0), pair.get(1))).isEqualTo((float) kept[0]));
  }

  @Test
  void of_idsTooLargeForABitSet_areIndexedAllTheSame() {
    long large = 4_294_967_295L;
    RatingTable table = RatingTable.builder().add(large, large, 4, 0).add(3, 9, 2, 0).build();

    Assembly assembly = assemble(table, MovieCatalog.empty());

    assertThat(assembly.users().toArray()).containsExactly(3, large);
    assertThat(rating(assembly, large, large)).isEqualTo(4);
  }

  @Test
  void fingerprint_sameRatingsInAnotherOrder_isTheSame() {
    RatingTable table =
        RatingTable.builder().add(1, 1, 5, 1).add(1, 2, 3, 1).add(2, 1, 4, 1).build();
    RatingTable shuffled =
        RatingTable.builder()
            .add(2, 1, 4, 1)
            .add(1, 2, 1, 0) // loses against the later rating
            .add(1, 2, 3, 1)
            .add(1, 1, 5, 1)
            .build();
    RatingTable other =
        RatingTable.builder().add(1, 1, 5, 1).add(1, 2, 3, 1).add(2, 1, 5, 1).build();

    String fingerprint = assemble(table, MovieCatalog.empty()).fingerprint();

    assertThat(fingerprint).matches("sha256:[0-9a-f]{64}");
    assertThat(assemble(shuffled, MovieCatalog.empty()).fingerprint()).isEqualTo(fingerprint);
    assertThat(assemble(other, MovieCatalog.empty()).fingerprint()).isNotEqualTo(fingerprint);
  }

  /** The assembly by one thread; several must make the same. */
  private static Assembly assemble(RatingTable table, MovieCatalog catalog) {
    Assembly assembly = Assembly.of(table, catalog, 1);
    for (int threads : new int[] {2, 3, 7}) {
      Assembly other = Assembly.of(table, catalog, threads);
      assertThat(other.users().toArray()).isEqualTo(assembly.users().toArray());
      assertThat(other.movies().toArray()).isEqualTo(assembly.movies().toArray());
      assertThat(other.duplicates()).isEqualTo(assembly.duplicates());
      assertThat(other.fingerprint()).isEqualTo(assembly.fingerprint());
      assertThat(columns(other.matrix())).isEqualTo(columns(assembly.matrix()));
      assertThat(other.matrix().scale()).isEqualTo(assembly.matrix().scale());
    }
    return assembly;
  }

  private static List<String> columns(RatingMatrix matrix) {
    List<String> columns = new ArrayList<>();
    for (int movie = 0; movie < matrix.movies(); movie++) {
      for (int p = matrix.columnStart(movie); p < matrix.columnEnd(movie); p++) {
        columns.add(movie + " " + matrix.userAt(p) + " " + matrix.columnRatingAt(p));
      }
    }
    return columns;
  }

  private static Movie movie(long id) {
    return new Movie(id, "Movie " + id, 2000, List.of());
  }

  private static float rating(Assembly assembly, long user, long movie) {
    RatingMatrix matrix = assembly.matrix();
    int at = matrix.find(assembly.users().indexOf(user), assembly.movies().indexOf(movie));
    return matrix.ratingAt(at);
  }
}
