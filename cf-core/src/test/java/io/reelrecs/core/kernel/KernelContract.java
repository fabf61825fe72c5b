package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every kernel has to do, checked against one query at a time and one posting at a time. */
abstract class KernelContract {

  private static final int ROWS = 37;
  private static final int POSTINGS = 211; // a prime; rows repeat, as over several columns

  private final Kernel kernel = kernel();
  private final int lanes = kernel.lanes();
  private final Random random = new Random(17);

  abstract Kernel kernel();

  @Test
  void lanes_areAsManyAsTheWidthHolds() {
    int bits = kernel.bits();

    assertThat(lanes).isEqualTo(bits == 0 ? 1 : bits / Short.SIZE);
    assertThat(kernel.name()).isEqualTo(bits == 0 ? "scalar" : "vector-" + bits);
  }

  @Test
  void addShorts_addsEachProduct_modulo65536() {
    int[] postings = postings();
    short[] query = shorts(3 * lanes);
    short[] sums = shorts(ROWS * lanes);
    short[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        expected[row(postings[p]) * lanes + lane] +=
            (short) ((short) postings[p] * query[lanes + lane]);
      }
    }

    kernel.addShorts(postings, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  /** The last row that a posting can name: its upper half is a number without a sign. */
  @Test
  void addShorts_reachesTheLastRowOfTheLargestTile() {
    int row = 65_535;
    short[] query = new short[lanes];
    Arrays.fill(query, (short) 3);
    short[] sums = new short[(row + 1) * lanes];

    kernel.addShorts(new int[] {row << 16 | 5}, 0, 1, query, 0, sums);

    assertThat(Arrays.copyOfRange(sums, row * lanes, sums.length)).containsOnly(15);
    assertThat(Arrays.copyOf(sums, row * lanes)).containsOnly(0);
  }

  @Test
  void addDoubles_addsEachProductOfAWholeValue() {
    int[] postings = postings();
    double[] query = random.doubles(3L * lanes, -5, 5).toArray();
    double[] sums = random.doubles((long) ROWS * lanes).toArray();
    double[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        double product = (short) postings[p] * query[lanes + lane];
        expected[row(postings[p]) * lanes + lane] += product;
      }
    }

    kernel.addDoubles(postings, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  /** Each product is rounded before it is added: a fused multiplication would differ. */
  @Test
  void addReals_addsEachRoundedProduct_bitForBit() {
    int[] postings = postings();
    double[] values = random.doubles(POSTINGS, -5, 5).toArray();
    double[] query = random.doubles(3L * lanes, -5, 5).toArray();
    double[] sums = new double[ROWS * lanes];
    double[] expected = sums.clone();
    for (int p = 5; p < 200; p++) {
      for (int lane = 0; lane < lanes; lane++) {
        double product = values[p] * query[lanes + lane];
        expected[row(postings[p]) * lanes + lane] += product;
      }
    }

    kernel.addReals(postings, values, 5, 200, query, lanes, sums);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void add_doesNothing_withoutPostings() {
    short[] sums = new short[lanes];
    kernel.addShorts(postings(), 7, 7, shorts(lanes), 0, sums);

    assertThat(sums).containsOnly(0);
  }

  @Test
  void findShorts_stopsAtEveryRowThatReachesALanesCutOrItsOwn() {
    for (int trial = 0; trial < 300; trial++) {
      short[] sums = shorts(ROWS * lanes);
      short[] laneCut = shorts(lanes);
      short[] rowCut = shorts(ROWS);
      for (int i = 0; i < lanes; i++) { // few pass, so that there is something to skip
        laneCut[i] = (short) (Short.MAX_VALUE - random.nextInt(trial < 150 ? 300 : 1));
      }
      for (int i = 0; i < ROWS; i++) {
        rowCut[i] = (short) (Short.MAX_VALUE - random.nextInt(300));
      }
      int from = random.nextInt(ROWS);
      for (int row = from; row < ROWS; row++) {
        int passing = 0;
        for (int lane = 0; lane < lanes; lane++) {
          short sum = sums[row * lanes + lane];
          passing |= sum >= laneCut[lane] || sum >= rowCut[row] ? 1 << lane : 0;
        }
        assertThat(kernel.passingShorts(sums, row, laneCut, rowCut)).isEqualTo(passing);
        if (passing != 0) {
          assertThat(kernel.findShorts(sums, from, ROWS, laneCut, rowCut)).isEqualTo(row);
          from = row + 1;
        }
      }
      assertThat(kernel.findShorts(sums, from, ROWS, laneCut, rowCut)).isEqualTo(ROWS);
    }
  }

  @Test
  void findDoubles_stopsAtEveryRowThatReachesALanesCutOrItsOwn() {
    double[] edges = {Double.NEGATIVE_INFINITY, -1, -0.0, 0, 1, Double.POSITIVE_INFINITY};
    for (int trial = 0; trial < 300; trial++) {
      double[] sums = random.doubles((long) ROWS * lanes).toArray();
      double[] laneCut = random.doubles(lanes, 1 - 0.5 / lanes, 1.01).toArray();
      double[] rowCut = random.doubles(ROWS, 1 - 0.5 / lanes, 1.01).toArray();
      if (trial % 5 == 0) {
        laneCut[random.nextInt(lanes)] = edges[trial / 5 % edges.length];
        rowCut[random.nextInt(ROWS)] = edges[trial / 10 % edges.length];
      }
      int from = random.nextInt(ROWS);
      for (int row = from; row < ROWS; row++) {
        int passing = 0;
        for (int lane = 0; lane < lanes; lane++) {
          double sum = sums[row * lanes + lane];
          passing |= sum >= laneCut[lane] || sum >= rowCut[row] ? 1 << lane : 0;
        }
        assertThat(kernel.passingDoubles(sums, row, laneCut, rowCut)).isEqualTo(passing);
        if (passing != 0) {
          assertThat(kernel.findDoubles(sums, from, ROWS, laneCut, rowCut)).isEqualTo(row);
          from = row + 1;
        }
      }
      assertThat(kernel.findDoubles(sums, from, ROWS, laneCut, rowCut)).isEqualTo(ROWS);
    }
  }

  @Test
  void addDense_addsFourColumnsOfUnsignedBytes() {
    int rows = 3 * Kernel.DENSE_ROWS;
    byte[] cells = new byte[7 * Kernel.DENSE_ROWS + 5 * rows];
    random.nextBytes(cells);
    int[] at = {9, 17, 64, 200, 3, 401, 90};
    short[] factor = shorts(at.length);
    short[] sums = shorts(rows);
    short[] expected = sums.clone();
    for (int row = 0; row < rows; row++) {
      for (int c = 2; c < 2 + Kernel.DENSE; c++) {
        int cell = Byte.toUnsignedInt(cells[at[c] + Kernel.cellOf(row)]);
        expected[row] += (short) (cell * factor[c]);
      }
    }

    kernel.addDense(cells, at, factor, 2, sums, rows);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void cellOf_givesEveryRowAPlaceOfItsOwn_withinItsGroup() {
    int[] cells = new int[2 * Kernel.DENSE_ROWS];
    for (int row = 0; row < cells.length; row++) {
      cells[row] = Kernel.cellOf(row);
      assertThat(cells[row] / Kernel.DENSE_ROWS).isEqualTo(row / Kernel.DENSE_ROWS);
    }

    assertThat(cells).doesNotHaveDuplicates();
  }

  @Test
  void findRow_stopsAtEverySumThatReachesTheCut() {
    for (int trial = 0; trial < 200; trial++) {
      short[] sums = shorts(5 + random.nextInt(150));
      short cut = (short) (Short.MAX_VALUE - random.nextInt(1 + 10 * trial));
      int from = random.nextInt(5);
      for (int row = from; row < sums.length; row++) {
        if (sums[row] >= cut) {
          assertThat(kernel.findRow(sums, from, sums.length, cut)).isEqualTo(row);
          from = row + 1;
        }
      }
      assertThat(kernel.findRow(sums, from, sums.length, cut)).isEqualTo(sums.length);
    }
  }

  private int[] postings() {
    int[] postings = random.ints(POSTINGS).toArray();
    for (int p = 0; p < POSTINGS; p++) {
      postings[p] = (random.nextInt(ROWS) << 16) | (postings[p] & 0xffff);
    }
    return postings;
  }

  private static int row(int posting) {
    return posting >>> 16;
  }

  private short[] shorts(int size) {
    short[] values = new short[size];
    for (int i = 0; i < size; i++) {
      values[i] = (short) random.nextInt();
    }
    return values;
  }
}
