package io.reelrecs.core.topk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopKRowsTest {

  private static final int ROWS = 5;

  /** Each row against a selection of its own; few scores, so that there are many ties. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 63, 64, 65, 90})
  void offer_keepsWhatATopKOfEachRowKeeps(int k) {
    TopKRows rows = new TopKRows(ROWS, k);
    Random random = new Random(3);
    List<TopK> expected = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      expected.add(new TopK(k));
    }
    for (int index = 0; index < 1000; index++) {
      int row = random.nextInt(ROWS);
      double score = random.nextInt(9) - 4;
      rows.offer(row, index, score);
      expected.get(row).offer(index, score);
      assertThat(rows.threshold(row)).isEqualTo(expected.get(row).threshold());
    }

    for (int row = 0; row < ROWS; row++) {
      rows.sort(row);
      expected.get(row).sort();
      assertThat(rows.size(row)).isEqualTo(expected.get(row).size());
      for (int rank = 0; rank < k; rank++) {
        assertThat(rows.index(row, rank)).isEqualTo(expected.get(row).index(rank));
        assertThat(rows.score(row, rank)).isEqualTo(expected.get(row).score(rank));
      }
    }
  }
}
