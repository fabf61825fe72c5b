package io.reelrecs.train.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.ratings.RatingTable;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {

  @Test
  void latest_isHeldOut_andOfSeveralTheLastOne() {
    RatingTable table =
        Tables.of(
            new long[] {1, 1, 1, 30},
            new long[] {1, 2, 2, 40},
            new long[] {2, 1, 3, 50},
            new long[] {1, 3, 4, 40},
            new long[] {3, 1, 5, 60},
            new long[] {3, 2, 5, 10});
    LeaveOneOut splits = LeaveOneOut.of(table, 0, 1);
    Split split = splits.split(0);

    assertThat(splits.byTime()).isTrue();
    assertThat(Tables.rows(split.test())).containsExactly("1 3 4", "3 1 5");
    assertThat(Tables.rows(split.train())).containsExactly("1 1 1", "1 2 2", "2 1 3", "3 2 5");
    assertThat(split.relevance()).isEqualTo(Relevance.ANY_RATING);
    assertThat(split.candidates()).isEmpty();
  }

  @Test
  void random_isHeldOut_whereTimesSayNothing() {
    RatingTable timed = Tables.random(40, 20, 0.5, 1);
    RatingTable.Builder untimed = RatingTable.builder();
    for (int i = 0; i < timed.size(); i++) {
      untimed.add(timed.userAt(i), timed.movieAt(i), timed.ratingAt(i), 978300000);
    }
    LeaveOneOut splits = LeaveOneOut.of(untimed.build(), 0, 1);
    Split split = splits.split(0);

    assertThat(splits.byTime()).isFalse();
    assertThat(UserRows.of(split.test()).users().size())
        .isEqualTo(split.test().size())
        .isEqualTo(40);
    assertThat(Tables.rows(split.test()))
        .isNotEqualTo(Tables.rows(LeaveOneOut.of(untimed.build(), 0, 2).split(0).test()))
        .isNotEqualTo(Tables.rows(LeaveOneOut.of(timed, 0, 1).split(0).test()));
  }

  @Test
  void negatives_areUnratedMovies_soManyAsAskedFor() {
    RatingTable table = Tables.random(30, 40, 0.4, 2);
    for (int wanted : new int[] {1, 5, 15, 100}) { // from draws, from a list, and all there are
      Split split = LeaveOneOut.of(table, wanted, 3).split(0);
      Candidates candidates = split.candidates().orElseThrow();
      Set<String> rated = new HashSet<>();
      Set<Long> movies = new HashSet<>();
      UserRows byUser = UserRows.of(table);
      for (int i = 0; i < table.size(); i++) {
        rated.add(table.userAt(i) + " " + table.movieAt(i));
        movies.add(table.movieAt(i));
      }
      Set<Long> drawn = new HashSet<>();
      for (int i = 0; i < split.test().size(); i++) {
        long user = split.test().userAt(i);
        int own = byUser.count(byUser.users().indexOf(user));
        long[] list = candidates.of(user);

        assertThat(list).hasSize(1 + Math.min(wanted, movies.size() - own)).isSorted();
        assertThat(list).doesNotHaveDuplicates().contains(split.test().movieAt(i));
        for (long movie : list) {
          assertThat(movies).contains(movie);
          if (movie != split.test().movieAt(i)) {
            assertThat(rated).doesNotContain(user + " " + movie);
            drawn.add(movie);
          }
        }
      }
      assertThat(drawn.size()).isGreaterThan(wanted == 1 ? 10 : 30); // all over the catalog
      assertThat(candidates.users()).isEqualTo(30);
    }
  }

  @Test
  void negatives_areTheSameEachTime_andDependOnTheSeed() {
    RatingTable table = Tables.random(30, 40, 0.4, 2);
    Candidates one = LeaveOneOut.of(table, 5, 3).split(0).candidates().orElseThrow();
    Candidates again = LeaveOneOut.of(table, 5, 3).split(0).candidates().orElseThrow();
    Candidates other = LeaveOneOut.of(table, 5, 4).split(0).candidates().orElseThrow();

    assertThat(one.of(3)).isEqualTo(again.of(3)).isNotEqualTo(other.of(3));
    assertThat(one.of(999)).isEmpty();
  }

  @Test
  void of_refusesFewerThanNoNegatives() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeaveOneOut.of(Tables.random(3, 3, 1, 1), -1, 1))
        .withMessage("negatives must be >= 0, actual: -1");
  }
}
