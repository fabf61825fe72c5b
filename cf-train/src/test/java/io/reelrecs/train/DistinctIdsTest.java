package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class DistinctIdsTest {

  @Test
  void index_idsOfAllSizes_hasEachOnce() {
    Random random = new Random(3);
    DistinctIds ids = new DistinctIds();
    DistinctIds others = new DistinctIds();
    TreeSet<Long> expected = new TreeSet<>();
    for (int i = 0; i < 50_000; i++) {
      long id = (random.nextLong() >>> 32) >>> random.nextInt(32);
      (i % 3 == 0 ? others : ids).add(id);
      expected.add(id);
    }
    for (long id : new long[] {0, (1L << 26) - 1, 1L << 26, 4_294_967_295L}) {
      ids.add(id);
      ids.add(id);
      expected.add(id);
    }
    ids.addAll(others);

    assertThat(ids.index().toArray()).isEqualTo(expected.stream().mapToLong(id -> id).toArray());
  }

  @Test
  void index_nothingAdded_isEmpty() {
    assertThat(new DistinctIds().index().size()).isZero();
  }
}
