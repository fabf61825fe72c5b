package io.reelrecs.train.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldOutTest {

  private final RatingTable table = Tables.random(30, 20, 0.4, 3);

  private static void assertPartition(Split split, RatingTable whole) {
    List<String> both = new ArrayList<>(Tables.rows(split.train()));
    both.addAll(Tables.rows(split.test()));
    assertThat(both).containsExactlyInAnyOrderElementsOf(Tables.rows(whole));
    assertThat(split.leaked()).isZero();
  }

  @Test
  void random_holdsOutTheShare_differentlyEachTime() {
    RandomHoldOut splits = RandomHoldOut.of(table, 0.25, 2, 1);

    assertPartition(splits.split(0), table);
    assertThat(splits.split(0).test().size()).isEqualTo((int) Math.round(0.25 * table.size()));
    assertThat(Tables.rows(splits.split(0).test()))
        .isEqualTo(Tables.rows(splits.split(0).test()))
        .isNotEqualTo(Tables.rows(splits.split(1).test()));
  }

  @Test
  void user_holdsOutAShareOfEachUser() {
    Split split = UserHoldOut.ofFraction(table, 0.3, 1).split(0);
    UserRows all = UserRows.of(table);
    UserRows test = UserRows.of(split.test());

    assertPartition(split, table);
    for (int user = 0; user < all.users().size(); user++) {
      long id = all.users().idAt(user);
      assertThat(test.count(test.users().indexOf(id)))
          .isEqualTo((int) Math.round(0.3 * all.count(user)));
    }
  }

  @Test
  void user_holdsOutACount_butNeverEverything() {
    RatingTable few =
        Tables.of(
            new long[] {1, 1, 1},
            new long[] {2, 1, 1},
            new long[] {2, 2, 1},
            new long[] {3, 1, 1},
            new long[] {3, 2, 1},
            new long[] {3, 3, 1},
            new long[] {3, 4, 1});
    Split split = UserHoldOut.ofCount(few, 2, 5).split(0);
    UserRows test = UserRows.of(split.test());

    assertPartition(split, few);
    assertThat(test.users().toArray()).containsExactly(2, 3);
    assertThat(test.count(0)).isEqualTo(1);
    assertThat(test.count(1)).isEqualTo(2);
  }

  @Test
  void user_doesNotDependOnTheOthers() {
    Split with = UserHoldOut.ofCount(table, 2, 5).split(0);
    RatingTable without = Rows.where(table, i -> table.userAt(i) != 3);
    Split rest = UserHoldOut.ofCount(without, 2, 5).split(0);

    assertThat(Tables.rows(with.test())).endsWith(Tables.rows(rest.test()).toArray(String[]::new));
  }

  @Test
  void temporal_trainsOnThePast() {
    Split split = TemporalHoldOut.of(table, 0.2).split(0);
    long latestTrained = 0;
    for (int i = 0; i < split.train().size(); i++) {
      latestTrained = Math.max(latestTrained, split.train().timestampAt(i));
    }
    assertPartition(split, table);
    for (int i = 0; i < split.test().size(); i++) {
      assertThat(split.test().timestampAt(i)).isGreaterThan(latestTrained);
    }
    assertThat(split.test().size()).isBetween(table.size() / 5, table.size() / 5 + 5);
  }

  @Test
  void temporal_keepsOneSecondTogether() {
    RatingTable ties =
        Tables.of(
            new long[] {1, 1, 1, 5},
            new long[] {1, 2, 1, 9},
            new long[] {1, 3, 1, 9},
            new long[] {1, 4, 1, 9},
            new long[] {2, 4, 1, 12});
    TemporalHoldOut splits = TemporalHoldOut.of(ties, 0.4);

    assertThat(splits.cut()).isEqualTo(9);
    assertThat(Tables.rows(splits.split(0).train())).containsExactly("1 1 1");
  }

  @Test
  void temporal_refusesTimesThatSayNothing() {
    RatingTable same = Tables.of(new long[] {1, 1, 1, 978300000}, new long[] {1, 2, 1, 978300000});
    RatingTable early =
        Tables.of(new long[] {1, 1, 1, 5}, new long[] {1, 2, 1, 5}, new long[] {1, 3, 1, 6});

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemporalHoldOut.of(same, 0.2))
        .withMessage(
            "a temporal hold-out needs real timestamps, but all 2 ratings have the same one, 978300000; use k-fold or a per-user hold-out instead");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemporalHoldOut.of(early, 0.6))
        .withMessage(
            "fraction must leave ratings before the cut, actual: 0.6, which cuts at the earliest timestamp, 5");
  }

  @Test
  void sharesAndCounts_areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomHoldOut.of(table, 1, 1, 1))
        .withMessage("fraction must be between 0 and 1, both left out, actual: 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserHoldOut.ofFraction(table, Double.NaN, 1))
        .withMessageContaining("actual: NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UserHoldOut.ofCount(table, 0, 1))
        .withMessage("count must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RandomHoldOut.of(Tables.of(new long[] {1, 1, 1}), 0.1, 1, 1).split(0))
        .withMessage(
            "hold-out 1 must have ratings to train on and ratings to test with, actual: 1 and 0; hold out more or fewer, or use more data");
  }

  @Test
  void learningCurve_growsOnOneTestPart() {
    Split whole = RandomHoldOut.of(table, 0.25, 1, 1).split(0);
    LearningCurve curve = LearningCurve.of(whole, List.of(0.1, 0.5, 1.0), 1);
    List<String> smaller = List.of();
    for (int i = 0; i < 3; i++) {
      List<String> share = Tables.rows(curve.split(i).train());

      assertThat(share).containsAll(smaller);
      assertThat(share.size())
          .isEqualTo((int) Math.round(curve.fractions().get(i) * whole.train().size()));
      assertThat(curve.split(i).test()).isSameAs(whole.test());
      smaller = share;
    }
    assertThat(smaller).isEqualTo(Tables.rows(whole.train()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LearningCurve.of(whole, List.of(0.0), 1))
        .withMessage("fraction must be in (0, 1], actual: 0.0");
  }

  @Test
  void leaked_countsTestPairsThatAreTrainedOn() {
    Split split =
        new Split(
            "given",
            Tables.of(new long[] {1, 1, 4}, new long[] {1, 2, 4}, new long[] {2, 1, 4}),
            Tables.of(new long[] {1, 2, 1}, new long[] {2, 2, 4}, new long[] {2, 1, 3}));

    assertThat(split.leaked()).isEqualTo(2);
  }
}
