package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnWalkTest {

  private static final int ROWS = 65_536; // the last one that a posting can name is there

  private final Random random = new Random(23);
  private final int[] postings = random.ints(500).toArray();

  @Test
  void addShorts_addsEachProduct_modulo65536() {
    postings[100] = -1; // the last row, and the value -1
    short[] sums = new short[ROWS];
    short[] expected = new short[ROWS];
    for (int p = 5; p < 400; p++) {
      expected[postings[p] >>> 16] += (short) (77 * (short) postings[p]);
    }

    ColumnWalk.addShorts(postings, 5, 400, (short) 77, sums);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void addDoubles_addsEachProductOfAWholeValue() {
    double[] sums = random.doubles(ROWS).toArray();
    double[] expected = sums.clone();
    for (int p = 5; p < 400; p++) {
      expected[postings[p] >>> 16] += 0.7 * (short) postings[p];
    }

    ColumnWalk.addDoubles(postings, 5, 400, 0.7, sums);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void addReals_addsEachRoundedProduct() {
    double[] values = random.doubles(postings.length, -5, 5).toArray();
    double[] sums = random.doubles(ROWS).toArray();
    double[] expected = sums.clone();
    for (int p = 5; p < 400; p++) {
      double product = 0.7 * values[p];
      expected[postings[p] >>> 16] += product;
    }

    ColumnWalk.addReals(postings, values, 5, 400, 0.7, sums);

    assertThat(sums).isEqualTo(expected);
  }
}
