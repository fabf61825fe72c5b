package io.reelrecs.core.topk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKTest {

  private static final Comparator<Neighbor> ORDER =
      Comparator.comparingDouble(Neighbor::similarity).reversed().thenComparingInt(Neighbor::index);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 20, 99, 100, 101, 1000})
  void sort_isTheHeadOfAFullSort_onDataFullOfTies(int k) {
    for (long seed = 1; seed <= 30; seed++) {
      List<Neighbor> all = tied(new Random(seed), 100);
      List<Neighbor> expected = new ArrayList<>(all);
      expected.sort(ORDER);

      TopK top = new TopK(k);
      offerAll(top, all);

      assertThat(sorted(top))
          .as("seed %d", seed)
          .isEqualTo(expected.subList(0, Math.min(k, expected.size())));
    }
  }

  @Test
  void offer_keepsTheSame_inWhateverOrder() {
    List<Neighbor> all = tied(new Random(5), 60);
    TopK first = new TopK(10);
    offerAll(first, all);
    List<Neighbor> expected = sorted(first);

    for (long seed = 0; seed < 50; seed++) {
      Collections.shuffle(all, new Random(seed));
      TopK top = new TopK(10);
      offerAll(top, all);
      assertThat(sorted(top)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void offer_keepsTheLowerIndexes_whenAllScoresAreEqual() {
    TopK top = new TopK(3);
    for (int index = 9; index >= 0; index--) {
      top.offer(index, 0.5);
    }

    assertThat(sorted(top)).extracting(Neighbor::index).containsExactly(0, 1, 2);
  }

  @Test
  void offer_treatsNegativeZeroAsZero() {
    TopK top = new TopK(2);
    top.offer(2, 0.0);
    top.offer(1, -0.0);
    top.offer(0, -0.0);

    assertThat(sorted(top)).extracting(Neighbor::index).containsExactly(0, 1);
  }

  @Test
  void threshold_isTheWorstKept_onceFull() {
    TopK top = new TopK(2);
    assertThat(top.threshold()).isEqualTo(Double.NEGATIVE_INFINITY);
    top.offer(0, 3);
    assertThat(top.threshold()).isEqualTo(Double.NEGATIVE_INFINITY);
    top.offer(1, 1);
    assertThat(top.threshold()).isEqualTo(1);
    top.offer(2, 2);
    assertThat(top.threshold()).isEqualTo(2);
    assertThat(top.size()).isEqualTo(2);
  }

  @Test
  void clear_startsAnew() {
    TopK top = new TopK(2);
    top.offer(0, 9);
    top.offer(1, 8);
    top.sort();
    top.clear();
    assertThat(top.size()).isZero();
    assertThat(top.threshold()).isEqualTo(Double.NEGATIVE_INFINITY);

    top.offer(5, 1);
    top.offer(4, 2);
    top.offer(3, 1);
    assertThat(sorted(top)).containsExactly(new Neighbor(4, 2), new Neighbor(3, 1));
  }

  @Test
  void before_isScoreDescending_thenIndexAscending() {
    assertThat(TopK.before(9, 2, 1, 1)).isTrue();
    assertThat(TopK.before(1, 1, 9, 2)).isFalse();
    assertThat(TopK.before(1, 1, 2, 1)).isTrue();
    assertThat(TopK.before(2, 1, 1, 1)).isFalse();
    assertThat(TopK.before(1, 1, 1, 1)).isFalse();
  }

  @Test
  void constructor_refusesALimitBelowOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopK(0))
        .withMessage("k must be >= 1, actual: 0");
  }

  /** Distinct indexes in random order, few distinct scores. */
  private static List<Neighbor> tied(Random random, int size) {
    List<Neighbor> all = new ArrayList<>();
    for (int index = 0; index < size; index++) {
      all.add(new Neighbor(index, random.nextInt(7) - 3));
    }
    Collections.shuffle(all, random);
    return all;
  }

  private static void offerAll(TopK top, List<Neighbor> all) {
    for (Neighbor one : all) {
      top.offer(one.index(), one.similarity());
    }
  }

  private static List<Neighbor> sorted(TopK top) {
    top.sort();
    List<Neighbor> list = new ArrayList<>();
    for (int rank = 0; rank < top.size(); rank++) {
      list.add(new Neighbor(top.index(rank), top.score(rank)));
    }
    return list;
  }
}
