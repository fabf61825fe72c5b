package io.reelrecs.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.reelrecs.core.topk.Neighbor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kernel has to do, checked against plain loops. */
abstract class KernelContract {

  private static final int ROWS = 37;
  private static final int COLUMNS = 41;
  private static final int POSTINGS = 211; // a prime

  private final Kernel kernel = kernel();
  private final RowWalk walk = kernel.rowWalk();
  private final int lanes = kernel.lanes();
  private final Random random = new Random(17);

  abstract Kernel kernel();

  @Test
  void lanes_areAsManyAsTheWidthHolds() {
    int bits = kernel.bits();

    assertThat(lanes).isEqualTo(bits == 0 ? 1 : bits / Byte.SIZE);
    assertThat(kernel.name()).isEqualTo(bits == 0 ? "scalar" : "vector-" + bits);
  }

  /** The values of a whole block in one register: every bit pattern of both bytes of an element. */
  @Test
  void sumShorts_sumsEachProduct_modulo65536() {
    assumeRowWalk();
    byte[] query = new byte[COLUMNS * lanes];
    random.nextBytes(query);
    int[] postings = postings();
    short[] sums = shorts(3 * lanes);
    short[] expected = sums.clone();
    for (int lane = 0; lane < lanes; lane++) {
      int sum = Kernel.ZERO;
      for (int p = 5; p < 200; p++) {
        int at = (postings[p] >>> 8) * lanes + RowWalk.byteOf(lane, lanes);
        sum += (postings[p] & 0xff) * Byte.toUnsignedInt(query[at]);
      }
      expected[lanes + lane] = (short) sum;
    }

    walk.sumShorts(postings, 5, 200, query, sums, lanes);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void sumDoubles_sumsEachProductOfAWholeValue() {
    assumeRowWalk();
    double[] query = random.doubles((long) COLUMNS * lanes, -5, 5).toArray();
    int[] place = place();
    int[] postings = postings();
    double[] sums = new double[3 * lanes];
    double[] expected = sums.clone();
    for (int lane = 0; lane < lanes; lane++) {
      for (int p = 5; p < 200; p++) {
        double product = (postings[p] & 0xff) * query[place[postings[p] >>> 8] + lane];
        expected[lanes + lane] += product;
      }
    }

    walk.sumDoubles(postings, 5, 200, place, query, sums, lanes);

    assertThat(sums).isEqualTo(expected);
  }

  /** Each product is rounded before it is added: a fused multiplication would differ. */
  @Test
  void sumReals_sumsEachRoundedProduct_bitForBit() {
    assumeRowWalk();
    double[] query = random.doubles((long) COLUMNS * lanes, -5, 5).toArray();
    int[] place = place();
    int[] postings = postings();
    double[] values = random.doubles(POSTINGS, -5, 5).toArray();
    double[] sums = new double[3 * lanes];
    double[] expected = sums.clone();
    for (int lane = 0; lane < lanes; lane++) {
      for (int p = 5; p < 200; p++) {
        double product = values[p] * query[place[postings[p] >>> 8] + lane];
        expected[lanes + lane] += product;
      }
    }

    walk.sumReals(postings, values, 5, 200, place, query, sums, lanes);

    assertThat(sums).isEqualTo(expected);
  }

  @Test
  void sum_ofNoPostings_isZero() {
    assumeRowWalk();
    short[] shorts = shorts(lanes);
    double[] doubles = random.doubles(lanes).toArray();

    walk.sumShorts(postings(), 7, 7, new byte[COLUMNS * lanes], shorts, 0);
    walk.sumDoubles(postings(), 7, 7, place(), new double[COLUMNS * lanes], doubles, 0);

    assertThat(shorts).containsOnly(Kernel.ZERO);
    assertThat(doubles).containsOnly(0);
  }

  @Test
  void byteOf_givesEveryLaneAByteOfItsOwn() {
    assumeRowWalk();
    assertThat(IntStream.range(0, lanes).map(lane -> RowWalk.byteOf(lane, lanes)))
        .doesNotHaveDuplicates()
        .allMatch(at -> at >= 0 && at < lanes);
  }

  @Test
  void passingShorts_tellsWhichSumsReachTheirLanesCutOrTheirRows() {
    for (int trial = 0; trial < 300; trial++) {
      int rows = random.nextInt(ROWS + 1);
      short[] sums = shorts(7 + ROWS * lanes);
      short[] laneCut = shorts(lanes);
      short[] rowCut = shorts(ROWS);
      for (int i = 0; i < lanes && trial % 3 > 0; i++) { // few pass
        laneCut[i] = (short) (Short.MAX_VALUE - random.nextInt(300));
      }
      for (int i = 0; i < ROWS && trial % 3 > 0; i++) {
        rowCut[i] = (short) (Short.MAX_VALUE - random.nextInt(trial % 3 == 1 ? 300 : 1));
      }
      long[] expected = random.longs(ROWS).toArray();
      long[] passing = expected.clone();
      for (int row = 0; row < rows; row++) {
        expected[row] = 0;
        for (int lane = 0; lane < lanes; lane++) {
          short sum = sums[7 + row * lanes + lane];
          expected[row] |= sum >= laneCut[lane] || sum >= rowCut[row] ? 1L << lane : 0;
        }
      }

      boolean any = kernel.passingShorts(sums, 7, rows, laneCut, rowCut, passing);

      assertThat(passing).isEqualTo(expected);
      assertThat(any).isEqualTo(Arrays.stream(expected, 0, rows).anyMatch(bits -> bits != 0));
    }
  }

  @Test
  void passingDoubles_tellsWhichSumsReachTheirLanesCutOrTheirRows() {
    double[] edges = {Double.NEGATIVE_INFINITY, -1, -0.0, 0, 1, Double.POSITIVE_INFINITY};
    for (int trial = 0; trial < 300; trial++) {
      int rows = random.nextInt(ROWS + 1);
      double[] sums = random.doubles(7L + (long) ROWS * lanes).toArray();
      double[] laneCut = random.doubles(lanes, 1 - 0.5 / lanes, 1.01).toArray();
      double[] rowCut = random.doubles(ROWS, 1 - 0.5 / lanes, 1.01).toArray();
      if (trial % 5 == 0) {
        laneCut[random.nextInt(lanes)] = edges[trial / 5 % edges.length];
        rowCut[random.nextInt(ROWS)] = edges[trial / 10 % edges.length];
      }
      long[] expected = random.longs(ROWS).toArray();
      long[] passing = expected.clone();
      for (int row = 0; row < rows; row++) {
        expected[row] = 0;
        for (int lane = 0; lane < lanes; lane++) {
          double sum = sums[7 + row * lanes + lane];
          expected[row] |= sum >= laneCut[lane] || sum >= rowCut[row] ? 1L << lane : 0;
        }
      }

      boolean any = kernel.passingDoubles(sums, 7, rows, laneCut, rowCut, passing);

      assertThat(passing).isEqualTo(expected);
      assertThat(any).isEqualTo(Arrays.stream(expected, 0, rows).anyMatch(bits -> bits != 0));
    }
  }

  /** Against a sort of all pairs offered; few scores, so that there are many ties. */
  @Test
  void insert_keepsTheBestPairsInOrder() {
    for (int length = Kernel.PAIRS; length <= 3 * Kernel.PAIRS; length += Kernel.PAIRS) {
      double[] scores = new double[length + 5];
      double[] indexes = new double[length + 5];
      Arrays.fill(scores, Double.NEGATIVE_INFINITY);
      scores[2] = Double.POSITIVE_INFINITY;
      List<Neighbor> all = new ArrayList<>();
      int[] order = random.ints(0, 1000).distinct().limit(100).toArray();
      for (int index : order) {
        double score = random.nextInt(9) - 4;
        all.add(new Neighbor(index, score));
        all.sort(
            Comparator.comparingDouble(Neighbor::similarity)
                .reversed()
                .thenComparing(Neighbor::index));

        kernel.insert(scores, indexes, 3, length, score, index);

        int kept = Math.min(length, all.size());
        for (int rank = 0; rank < kept; rank++) {
          assertThat(scores[3 + rank]).isEqualTo(all.get(rank).similarity());
          assertThat(indexes[3 + rank]).isEqualTo(all.get(rank).index());
        }
        assertThat(Arrays.copyOfRange(scores, 3 + kept, scores.length))
            .as("not touched")
            .containsOnly(Double.NEGATIVE_INFINITY);
        assertThat(scores[2]).isEqualTo(Double.POSITIVE_INFINITY);
      }
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
      postings[p] = RowWalk.posting(random.nextInt(COLUMNS), postings[p] & 0xff);
    }
    return postings;
  }

  /** Columns stand anywhere in the query. */
  private int[] place() {
    int[] place = new int[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      place[column] = (COLUMNS - 1 - column) * lanes;
    }
    return place;
  }

  /** A kernel without lanes walks columns, which {@link ColumnWalkTest} is about. */
  private void assumeRowWalk() {
    assertThat(walk == null).isEqualTo(kernel.bits() == 0);
    assumeTrue(walk != null, "this kernel walks columns");
  }

  private short[] shorts(int size) {
    short[] values = new short[size];
    for (int i = 0; i < size; i++) {
      values[i] = (short) random.nextInt();
    }
    return values;
  }
}
