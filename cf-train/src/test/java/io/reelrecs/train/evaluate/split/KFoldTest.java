package io.reelrecs.train.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.ratings.RatingTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KFoldTest {

  /** Pinned from a Python program, see src/test/python; every JDK has to get the same. */
  @Test
  void folds_areThoseOfAnotherImplementation() throws Exception {
    int size = 100_000;
    RatingTable.Builder table = RatingTable.builder();
    for (int i = 0; i < size; i++) {
      table.add(i, 1, 3, 0);
    }
    KFold folds = KFold.of(table.build(), 5, 1);
    byte[] assigned = new byte[size];
    for (int fold = 0; fold < folds.size(); fold++) {
      RatingTable test = folds.split(fold).test();
      for (int i = 0; i < test.size(); i++) {
        assigned[(int) test.userAt(i)] = (byte) ('0' + fold);
      }
    }

    assertThat(new String(assigned, StandardCharsets.US_ASCII)).matches("[0-4]{100000}");
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(assigned)))
        .isEqualTo("f01c52b85ec82943702d152cea06ad2295d06b9005d7fb3117e0c122dfc393fa");
  }

  @Test
  void folds_testEveryRatingOnce_andTrainOnTheRest_inFileOrder() {
    RatingTable table = Tables.random(20, 15, 0.4, 1);
    List<String> rows = Tables.rows(table);
    KFold folds = KFold.of(table, 3, 7);
    List<String> tested = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Split split = folds.split(i);
      List<String> test = Tables.rows(split.test());
      List<String> rest = new ArrayList<>(rows);
      rest.removeAll(test);

      assertThat(split.name()).isEqualTo("fold " + (i + 1));
      assertThat(Tables.rows(split.train())).isEqualTo(rest);
      assertThat(test)
          .isSubsetOf(rows)
          .isSortedAccordingTo((a, b) -> rows.indexOf(a) - rows.indexOf(b));
      assertThat(test.size()).isBetween(rows.size() / 3, rows.size() / 3 + 1);
      assertThat(split.leaked()).isZero();
      tested.addAll(test);
    }
    assertThat(tested).containsExactlyInAnyOrderElementsOf(rows);
    assertThat(folds.describe()).isEqualTo("3-fold, seed 7");
  }

  @Test
  void folds_dependOnTheSeed() {
    RatingTable table = Tables.random(20, 15, 0.4, 1);

    assertThat(Tables.rows(KFold.of(table, 3, 1).split(0).test()))
        .isNotEqualTo(Tables.rows(KFold.of(table, 3, 2).split(0).test()));
  }

  @Test
  void replacedRatings_areLeftOut_wherever() {
    RatingTable table =
        Tables.of(
            new long[] {1, 1, 1, 10},
            new long[] {1, 2, 2, 10},
            new long[] {1, 1, 3, 20}, // replaces the first
            new long[] {2, 1, 4, 20},
            new long[] {1, 2, 5, 5}, // older than the one before it
            new long[] {2, 1, 2, 20}); // as old as the one before it
    KFold folds = KFold.of(table, 3, 1);
    List<String> tested = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tested.addAll(Tables.rows(folds.split(i).test()));
    }

    assertThat(tested).containsExactlyInAnyOrder("1 2 2", "1 1 3", "2 1 2");
    assertThat(Tables.rows(Rows.settled(table))).containsExactly("1 2 2", "1 1 3", "2 1 2");
  }

  @Test
  void of_refusesTooFewFoldsOrRatings() {
    RatingTable table = Tables.of(new long[] {1, 1, 1}, new long[] {1, 2, 1});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KFold.of(table, 1, 1))
        .withMessage("folds must be >= 2, actual: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KFold.of(table, 3, 1))
        .withMessage("folds must be <= the number of ratings, 2, actual: 3");
  }

  @Test
  void first_isTheFirstOfThem() {
    KFold folds = KFold.of(Tables.random(20, 15, 0.4, 1), 3, 7);

    assertThat(folds.first(2).size()).isEqualTo(2);
    assertThat(folds.first(2).describe()).isEqualTo("3-fold, seed 7, the first 2 of 3");
    assertThat(folds.first(9).size()).isEqualTo(3);
    assertThat(folds.first(9).describe()).isEqualTo("3-fold, seed 7");
    assertThat(Tables.rows(folds.first(2).split(1).test()))
        .isEqualTo(Tables.rows(folds.split(1).test()));
  }
}
