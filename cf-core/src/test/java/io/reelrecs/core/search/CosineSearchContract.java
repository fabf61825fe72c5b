package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.KernelSwitch;
import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.topk.Neighbor;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a search has to find, on every kernel: what an independent dense computation finds, and the
 * same bits however it is asked.
 */
abstract class CosineSearchContract {

  /** Around 1, 2 and 4 blocks of 16 to 64 lanes, and primes. */
  private static final int[] ROWS = {
    1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 97, 129, 193, 300
  };

  private static final int TILE_ROWS = 64;

  private static final int[] COLUMNS = {1, 2, 13, 63, 64, 65, 131};

  /** Values that lead to 16-bit, 32-bit and {@code double} sums, of one sign and of both. */
  enum Values {
    STARS(SampleRatings.STARS),
    HALF_STARS(SampleRatings.HALF_STARS),
    QUARTERS(0.25f, 1, 1.75f),
    ONE_VALUE(1),
    BOTH_SIGNS(-2, -1, 0, 1, 2),
    NEGATIVE(-5, -4, -1),
    THIRTY_TWO_BITS(100, 200, 255, 1000),
    BEYOND_32_BITS(20_000, 30_000, 32_767),
    BEYOND_32_BITS_BOTH_SIGNS(-32_767, -20_000, 1, 32_767),
    TENTHS(SampleRatings.TENTHS),
    TENTHS_BOTH_SIGNS(-1.1f, -0.1f, 0.3f, 2.2f);

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final float[] values;

    Values(float... values) {
      this.values = values;
    }

    float[] ratings() {
      return values;
    }
  }

  /** One set of rows, and what it is called when a test fails. */
  record Case(String name, RatingMatrix matrix, MissingRating missing) {
    @Override
    public String toString() {
      return name;
    }
  }

  abstract Kernel kernel();

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Values values : Values.values()) {
      for (int i = 0; i < ROWS.length; i++) {
        int columns = COLUMNS[cases.size() % COLUMNS.length];
        double density = 0.15 + 0.6 * (i % 3) / 2;
        long seed = cases.size();
        RatingMatrix matrix = SampleRatings.random(ROWS[i], columns, density, values.values, seed);
        MissingRating missing = (i + i / 2) % 2 == 0 ? MissingRating.ZERO : MissingRating.USER_MEAN;
        String name = values + " " + ROWS[i] + "x" + columns + " " + missing + " seed " + seed;
        cases.add(new Case(name, matrix, missing));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nearestOfAll_isWhatADenseProductFinds(Case given) {
    DenseOracle oracle = new DenseOracle(given.matrix(), given.missing());
    UnitRows rows = UnitRows.of(given.matrix(), given.missing());
    for (int k : new int[] {1, 4, 200}) {
      NeighborGraph graph = all(rows, k, 1);

      assertThat(graph.rows()).isEqualTo(rows.rows());
      for (int row = 0; row < rows.rows(); row++) {
        List<Neighbor> expected = oracle.nearest(row, k);
        List<Neighbor> found = neighbors(graph, row);
        if (rows.integral()) { // sums are exact on both sides, and so are ties
          assertThat(found).as("row %d", row).isEqualTo(expected);
        } else {
          assertNearest(found, expected, oracle, row);
        }
      }
    }
  }

  /** Similarities are those of the oracle up to rounding; ties by rounding are in either order. */
  private static void assertNearest(
      List<Neighbor> found, List<Neighbor> expected, DenseOracle oracle, int row) {
    assertThat(found).hasSameSizeAs(expected).extracting(Neighbor::index).doesNotHaveDuplicates();
    for (int rank = 0; rank < found.size(); rank++) {
      Neighbor one = found.get(rank);
      assertThat(one.index()).isNotEqualTo(row);
      assertThat(one.similarity())
          .isCloseTo(oracle.cosine(row, one.index()), within(1e-12))
          .isCloseTo(expected.get(rank).similarity(), within(1e-12));
      if (rank > 0) {
        Neighbor previous = found.get(rank - 1);
        assertThat(
                TopK.before(previous.index(), previous.similarity(), one.index(), one.similarity()))
            .isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void allWays_giveTheSameBits(Case given) {
    UnitRows rows = UnitRows.of(given.matrix(), given.missing());
    int k = 5;
    NeighborGraph expected = plain(rows).nearestOfAll(new SearchOptions(k, 1), SearchListener.NONE);

    for (int threads = 1; threads <= 5; threads++) {
      assertThat(all(rows, k, threads)).as("%d threads", threads).isEqualTo(expected);
    }
    CosineSearch search = search(rows);
    int[] some = new Random(3).ints(40, 0, rows.rows()).toArray(); // any order, with repeats
    NeighborGraph batch = search.nearestOfEach(some, new SearchOptions(k, 2), SearchListener.NONE);
    for (int i = 0; i < some.length; i++) {
      assertThat(neighbors(batch, i)).isEqualTo(neighbors(expected, some[i]));
    }
    for (int row = 0; row < rows.rows(); row++) {
      assertThat(search.nearest(row, k)).isEqualTo(neighbors(expected, row));
    }
  }

  /** Around the last sums that 16 and 32 bits hold, of one sign and of both. */
  @Test
  void nearest_isExact_atTheBoundsOfSums() {
    assertAlike(255, 22, 5, 1);
    assertAlike(256);
    assertAlike(-255, -22, -5, -1);
    assertAlike(32_767, 32_767, 362, 5);
    assertAlike(32_767, 32_767, 362, 5, 1);
    assertAlike(-32_767, 32_767, -362, 5, 1);
  }

  /** Three equal rows, their opposite, and one that shares no column: 1, 1, -1 and 0 exactly. */
  private void assertAlike(float... row) {
    float[] padded = Arrays.copyOf(row, row.length + 1);
    padded[row.length] = Float.NaN;
    float[] apart = new float[row.length + 1];
    Arrays.fill(apart, Float.NaN);
    apart[row.length] = row[0];
    UnitRows rows =
        UnitRows.of(SampleRatings.dense(padded, padded, apart, padded), MissingRating.ZERO);

    NeighborGraph graph = all(rows, 3, 1);
    assertThat(neighbors(graph, 0))
        .containsExactly(new Neighbor(1, 1), new Neighbor(3, 1), new Neighbor(2, 0));
    assertThat(neighbors(graph, 2))
        .containsExactly(new Neighbor(0, 0), new Neighbor(1, 0), new Neighbor(3, 0));
    assertThat(graph)
        .isEqualTo(plain(rows).nearestOfAll(new SearchOptions(3, 1), SearchListener.NONE));
  }

  @Test
  void nearest_goesToTheLowerIndex_whenAllRowsAreEqual() {
    float[][] cells = new float[70][];
    Arrays.fill(cells, new float[] {5, 3});
    NeighborGraph graph = all(raw(cells), 3, 2);

    assertThat(neighbors(graph, 0)).extracting(Neighbor::index).containsExactly(1, 2, 3);
    assertThat(neighbors(graph, 1)).extracting(Neighbor::index).containsExactly(0, 2, 3);
    assertThat(neighbors(graph, 69)).extracting(Neighbor::index).containsExactly(0, 1, 2);
  }

  @Test
  void nearest_isZeroAndTheLowerIndex_forRowsThatPointNowhere() {
    UnitRows rows =
        raw(
            new float[][] {
              {1, 2, Float.NaN}, {0, 0, 0}, {Float.NaN, Float.NaN, Float.NaN}, {Float.NaN, -1, -1}
            });
    NeighborGraph graph = all(rows, 3, 1);

    assertThat(neighbors(graph, 1))
        .containsExactly(new Neighbor(0, 0), new Neighbor(2, 0), new Neighbor(3, 0));
    assertThat(neighbors(graph, 0))
        .extracting(Neighbor::index)
        .containsExactly(1, 2, 3); // 0, 0, and then the negative one
    assertThat(graph.similarity(0, 2)).isNegative();
  }

  @Test
  void nearest_findsNobody_forASingleRow() {
    UnitRows rows = raw(new float[][] {{1, 2}});

    assertThat(all(rows, 20, 3).degree(0)).isZero();
    assertThat(search(rows).nearest(0, 20)).isEmpty();
  }

  @Test
  void nearestOfEach_takesNoQueriesAtAll() {
    CosineSearch search = search(raw(new float[][] {{1}, {1}}));

    assertThat(search.nearestOfEach(new int[0], SearchOptions.DEFAULT, SearchListener.NONE).rows())
        .isZero();
  }

  @Test
  void nearest_refusesABadArgument() {
    CosineSearch search = search(raw(new float[][] {{1}, {1}}));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.nearest(0, 0))
        .withMessage("k must be >= 1, actual: 0");
    assertThatThrownBy(() -> search.nearest(2, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> search.nearest(-1, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () ->
                search.nearestOfEach(new int[] {0, 2}, SearchOptions.DEFAULT, SearchListener.NONE))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatNullPointerException()
        .isThrownBy(() -> search.nearestOfAll(SearchOptions.DEFAULT, null))
        .withMessage("listener");
  }

  /** A block is used again: nothing of an earlier search may show in a later one. */
  @Test
  void nearest_leavesNothingBehind() {
    UnitRows rows =
        UnitRows.of(SampleRatings.random(50, 80, 0.3, SampleRatings.STARS, 8), MissingRating.ZERO);
    CosineSearch search = search(rows);
    List<Neighbor> first = search.nearest(7, 49);
    for (int row = 0; row < 50; row++) {
      search.nearest(row, 3);
    }

    assertThat(search.nearest(7, 49)).isEqualTo(first);
  }

  @Test
  void nearestOfAll_tellsTheListenerOfEveryRow() {
    UnitRows rows =
        UnitRows.of(SampleRatings.random(131, 9, 0.5, SampleRatings.STARS, 2), MissingRating.ZERO);
    Set<Integer> told = ConcurrentHashMap.newKeySet();
    Set<Integer> totals = ConcurrentHashMap.newKeySet();

    search(rows)
        .nearestOfAll(
            new SearchOptions(3, 3),
            (done, total) -> {
              told.add(done);
              totals.add(total);
            });

    assertThat(totals).containsExactly(131);
    assertThat(told).contains(131).allMatch(done -> done >= 1 && done <= 131);
  }

  @Test
  void nearestOfAll_endsWithTheListenersException() {
    UnitRows rows =
        UnitRows.of(SampleRatings.random(131, 9, 0.5, SampleRatings.STARS, 2), MissingRating.ZERO);
    CosineSearch search = search(rows);
    SearchListener failing =
        (done, total) -> {
          throw new UnsupportedOperationException("stop");
        };

    assertThatThrownBy(() -> search.nearestOfAll(new SearchOptions(3, 1), failing))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("stop");
    assertThatThrownBy(() -> search.nearestOfAll(new SearchOptions(3, 4), failing))
        .hasMessageContaining("stop");
    assertThat(search.nearestOfAll(new SearchOptions(3, 4), SearchListener.NONE).rows())
        .isEqualTo(131);
  }

  @Test
  void nearestOfAll_keepsTheInterrupt_andFinishes() {
    UnitRows rows = raw(new float[][] {{1, 2}, {2, 1}, {3, 3}});
    NeighborGraph expected = all(rows, 2, 1);
    Thread.currentThread().interrupt();
    NeighborGraph graph = all(rows, 2, 3);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(graph).isEqualTo(expected);
  }

  private NeighborGraph all(UnitRows rows, int k, int threads) {
    return search(rows).nearestOfAll(new SearchOptions(k, threads), SearchListener.NONE);
  }

  /** In small tiles, so that there are several. */
  private CosineSearch search(UnitRows rows) {
    return CosineSearch.over(
        new CosineIndex(rows, TILE_ROWS, TILE_ROWS), KernelSwitch.of(kernel()));
  }

  /** One query at a time, in one tile. */
  private static CosineSearch plain(UnitRows rows) {
    return CosineSearch.over(new CosineIndex(rows), KernelSwitch.of(Kernels.scalar()));
  }

  private static UnitRows raw(float[][] cells) {
    return UnitRows.of(SampleRatings.dense(cells), MissingRating.ZERO);
  }

  static List<Neighbor> neighbors(NeighborGraph graph, int row) {
    List<Neighbor> list = new ArrayList<>();
    for (int rank = 0; rank < graph.degree(row); rank++) {
      list.add(new Neighbor(graph.neighbor(row, rank), graph.similarity(row, rank)));
    }
    return list;
  }
}
