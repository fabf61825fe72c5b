package io.reelrecs.train.evaluate.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.ratings.RatingTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UserSharesTest {

  private final Split whole = RandomHoldOut.of(Tables.random(90, 30, 0.4, 1), 0.2, 1, 1).split(0);

  private static Set<Long> users(RatingTable table) {
    Set<Long> users = new TreeSet<>();
    for (int i = 0; i < table.size(); i++) {
      users.add(table.userAt(i));
    }
    return users;
  }

  /** The rows of some users, in the order of the table. */
  private static List<String> rowsOf(RatingTable table, Set<Long> users) {
    return Tables.rows(table).stream()
        .filter(row -> users.contains(Long.valueOf(row.substring(0, row.indexOf(' ')))))
        .toList();
  }

  @Test
  void shares_areOfWholeUsers_onBothSides() {
    Split third = UserShares.of(whole, List.of(1.0 / 3), 1).split(0);
    Set<Long> kept = users(third.train());

    assertThat(kept).hasSize(30);
    assertThat(Tables.rows(third.train())).isEqualTo(rowsOf(whole.train(), kept));
    assertThat(Tables.rows(third.test())).isEqualTo(rowsOf(whole.test(), kept));
    assertThat(third.name()).isEqualTo("hold-out 1, 30 of its 90 users");
  }

  @Test
  void shares_growAroundEachOther_untilAll() {
    UserShares shares = UserShares.of(whole, List.of(0.1, 0.5, 1.0), 7);

    assertThat(users(shares.split(1).train()))
        .hasSize(45)
        .containsAll(users(shares.split(0).train()));
    assertThat(shares.split(2)).isSameAs(whole);
    assertThat(shares.size()).isEqualTo(3);
  }

  @Test
  void shares_areDrawnFromTheSeed() {
    Set<Long> one = users(UserShares.of(whole, List.of(0.3), 1).split(0).train());

    assertThat(users(UserShares.of(whole, List.of(0.3), 1).split(0).train())).isEqualTo(one);
    assertThat(users(UserShares.of(whole, List.of(0.3), 2).split(0).train())).isNotEqualTo(one);
  }

  @Test
  void users_areThoseOfBothSides() {
    Split split =
        new Split(
            "s",
            Tables.of(new long[] {7, 1, 1}, new long[] {4294967295L, 1, 1}, new long[] {7, 2, 1}),
            Tables.of(new long[] {7, 3, 1}, new long[] {2, 1, 1}));

    assertThat(UserShares.users(split)).containsExactly(2, 7, 4294967295L);
  }

  @Test
  void shares_areChecked() {
    for (double share : new double[] {0, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> UserShares.of(whole, List.of(share), 1))
          .withMessage("share must be in (0, 1], actual: " + share);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> UserShares.of(whole, List.of(), 1));
  }
}
