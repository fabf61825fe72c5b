package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every kernel has to do, checked against one query at a time and one entry at a time. */
abstract class DotKernelContract {

  private static final int ROWS = 37;
  private static final int ENTRIES = 211; // a prime; rows repeat, as over several columns

  private final DotKernel kernel = kernel();
  private final Random random = new Random(17);
  private final int[] rows = random.ints(ENTRIES, 0, ROWS).toArray();

  abstract DotKernel kernel();

  @Test
  void addShorts_addsEachProduct_modulo65536() {
    int lanes = kernel.shortLanes();
    short[] values = shorts(ENTRIES);
    short[] query = shorts(3 * lanes);
    short[] sums = shorts(ROWS * lanes);
    short[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        expected[rows[p] * lanes + lane] += (short) (values[p] * query[lanes + lane]);
      }
    }

    kernel.addShorts(rows, values, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void addInts_addsEachProduct() {
    int lanes = kernel.intLanes();
    short[] values = shorts(ENTRIES);
    int[] query = random.ints(3L * lanes, -32767, 32768).toArray();
    int[] sums = random.ints((long) ROWS * lanes).toArray();
    int[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        expected[rows[p] * lanes + lane] += values[p] * query[lanes + lane];
      }
    }

    kernel.addInts(rows, values, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  /** Each product is rounded before it is added: a fused multiplication would differ. */
  @Test
  void addDoubles_addsEachRoundedProduct_bitForBit() {
    int lanes = kernel.doubleLanes();
    double[] values = random.doubles(ENTRIES, -5, 5).toArray();
    double[] query = random.doubles(3L * lanes, -5, 5).toArray();
    double[] sums = new double[ROWS * lanes];
    double[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        double product = values[p] * query[lanes + lane];
        expected[rows[p] * lanes + lane] += product;
      }
    }

    kernel.addDoubles(rows, values, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void add_doesNothing_withoutEntries() {
    short[] sums = new short[kernel.shortLanes()];
    kernel.addShorts(rows, shorts(ENTRIES), 7, 7, shorts(kernel.shortLanes()), 0, sums);

    assertThat(sums).containsOnly(0);
  }

  @Test
  void lanes_areAsManyAsTheWidthHolds() {
    int bits = kernel.bits();

    assertThat(kernel.shortLanes()).isEqualTo(bits == 0 ? 1 : bits / Short.SIZE);
    assertThat(kernel.intLanes()).isEqualTo(bits == 0 ? 1 : bits / Integer.SIZE);
    assertThat(kernel.doubleLanes()).isEqualTo(bits == 0 ? 1 : bits / Double.SIZE);
    assertThat(kernel.name()).isEqualTo(bits == 0 ? "scalar" : "vector-" + bits);
  }

  private short[] shorts(int size) {
    short[] values = new short[size];
    for (int i = 0; i < size; i++) {
      values[i] = (short) random.nextInt();
    }
    return values;
  }
}
