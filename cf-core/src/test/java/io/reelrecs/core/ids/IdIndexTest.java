package io.reelrecs.core.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdIndexTest {

  @Test
  void of_givesIndexesInTheOrderOfTheIds() {
    IdIndex ids = IdIndex.of(30, 10, 20);

    assertThat(ids.toArray()).containsExactly(10, 20, 30);
    assertThat(ids.indexOf(10)).isEqualTo(0);
    assertThat(ids.indexOf(20)).isEqualTo(1);
    assertThat(ids.indexOf(30)).isEqualTo(2);
  }

  @Test
  void of_countsRepeatsOnce() {
    IdIndex ids = IdIndex.of(7, 5, 7, 7, 5);

    assertThat(ids.size()).isEqualTo(2);
    assertThat(ids.toArray()).containsExactly(5, 7);
    assertThat(ids.indexOf(7)).isEqualTo(1);
  }

  @Test
  void of_copiesItsArgument() {
    long[] given = {3, 1};
    IdIndex ids = IdIndex.of(given);
    given[0] = 99;

    assertThat(ids.toArray()).containsExactly(1, 3);
    ids.toArray()[0] = 99;
    assertThat(ids.idAt(0)).isEqualTo(1);
  }

  @Test
  void of_takesNoIdsAtAll() {
    IdIndex ids = IdIndex.of();

    assertThat(ids.size()).isZero();
    assertThat(ids.indexOf(0)).isEqualTo(IdIndex.UNKNOWN);
    assertThat(ids.contains(1)).isFalse();
  }

  @Test
  void of_takesBothLimits() {
    IdIndex ids = IdIndex.of(4294967295L, 0);

    assertThat(ids.indexOf(0)).isEqualTo(0);
    assertThat(ids.indexOf(4294967295L)).isEqualTo(1);
    assertThat(ids.idAt(1)).isEqualTo(4294967295L);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 4294967296L, Long.MAX_VALUE})
  void of_refusesAnIdOutsideTheLimits(long id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdIndex.of(1, id, 2))
        .withMessage("id must be in [0, 4294967295], actual: " + id);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, 2, 4, 4294967295L, 4294967297L, Long.MAX_VALUE})
  void indexOf_saysUnknown_whateverIsAsked(long id) {
    IdIndex dense = IdIndex.of(1, 3, 5);
    IdIndex sparse = IdIndex.of(1, 3, 5, 3_000_000_000L);

    assertThat(dense.indexOf(id)).isEqualTo(IdIndex.UNKNOWN);
    assertThat(sparse.indexOf(id)).isEqualTo(IdIndex.UNKNOWN);
    assertThat(dense.contains(id)).isFalse();
  }

  /** Around 16 slots an id a table gives way to a binary search: both sides have to agree. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 14, 15, 16, 17, 18, 100, 100_000})
  void indexOf_isTheSame_withATableAndWithoutOne(long spread) {
    Random random = new Random(spread);
    TreeSet<Long> expected = new TreeSet<>();
    long[] given = new long[500];
    for (int i = 0; i < given.length; i++) {
      given[i] = random.nextInt((int) (given.length * spread));
      expected.add(given[i]);
    }

    IdIndex ids = IdIndex.of(given);

    assertThat(ids.toArray()).containsExactly(expected.stream().mapToLong(x -> x).toArray());
    for (long id = -2; id < 500 * Math.min(spread, 20) + 2; id++) {
      int index = ids.indexOf(id);
      assertThat(index >= 0).as("id %d", id).isEqualTo(expected.contains(id));
      assertThat(ids.contains(id)).isEqualTo(index >= 0);
      if (index >= 0) {
        assertThat(ids.idAt(index)).isEqualTo(id);
        assertThat(index).isEqualTo(expected.headSet(id).size());
      }
    }
  }

  @Test
  void idAt_refusesAnIndexOutOfRange() {
    IdIndex ids = IdIndex.of(1, 2);

    assertThatThrownBy(() -> ids.idAt(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ids.idAt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  /** Ids too sparse for a table, in numbers around powers of two, where a hash table grows. */
  @Test
  void indexOf_sparseIds_findsThoseAndNoOthers() {
    Random random = new Random(5);
    for (int size : new int[] {1, 2, 3, 4, 7, 8, 9, 1023, 1024, 1025, 20_000}) {
      TreeSet<Long> expected = new TreeSet<>();
      expected.add(IdIndex.MAX_ID);
      while (expected.size() < size) {
        expected.add(random.nextLong() >>> 32);
      }
      IdIndex ids = IdIndex.of(expected.stream().mapToLong(id -> id).toArray());

      int index = 0;
      for (long id : expected) {
        assertThat(ids.indexOf(id)).as("%d of %d", id, size).isEqualTo(index++);
        if (!expected.contains(id + 1)) {
          assertThat(ids.indexOf(id + 1)).isEqualTo(IdIndex.UNKNOWN);
        }
        assertThat(ids.indexOf(-id - 1)).isEqualTo(IdIndex.UNKNOWN);
      }
    }
  }
}
