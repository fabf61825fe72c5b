package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.Kernels;
import java.util.Arrays;

/**
 * Searches one tile for one block of queries, a run of rows at a time: dot products of the run with
 * all queries by {@link BlockSums}, then a selection that compares registers of them with what they
 * have to reach, and looks at the few that do.
 *
 * <p><b>Width.</b> Sums have 16 bits where {@link SumBounds} proves that to be exact for the block
 * and the tile, and are {@code double} everywhere else.
 *
 * <p><b>Selection.</b> A pair can make it if {@code dot >= floor(u) |u| |v|}, or the same for
 * {@code v}, the floor being a lower bound of the k-th best similarity so far. In a run of rows
 * that are alike in norm, one number per lane and one per row decide that for all pairs, nearly.
 * What passes is compared exactly by {@link Hits}.
 *
 * <p><b>Symmetry.</b> In a search of all rows, a pair is met once, from the side of the row that
 * comes first in {@link NormOrder}, and offered to both.
 */
final class BlockSearch {

  /** Rows whose sums are there at the same time. */
  private static final int WINDOW = 256;

  /** Rows that share their lanes' cuts. */
  private static final int RUN = 32;

  private final CosineIndex index;
  private final NormOrder order;
  private final Tiles tiles;
  private final BlockSums sums;
  private final int lanes;
  private final Cuts.Shorts shortCuts;
  private final Cuts.Doubles doubleCuts;
  private final Hits hits;
  private final FirstLook firstLook;

  private final QueryLanes queries;
  private final double[] laneFactor;
  private final double[] rowFactor = new double[RUN];
  private final long[] passing = new long[RUN];
  private double largestSum;
  private boolean whole;
  private boolean fresh;

  BlockSearch(CosineIndex index, Kernel kernel) {
    this.index = index;
    order = index.order();
    boolean rowWise = index.walksRows(kernel);
    Kernel blockKernel = rowWise ? kernel : Kernels.scalar();
    lanes = blockKernel.lanes();
    tiles = rowWise ? index.rowTiles() : index.columns().tiles();
    sums = rowWise ? new RowSums(index, kernel.rowWalk(), lanes, WINDOW) : new ColumnSums(index);
    double least = index.positive() ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
    shortCuts = new Cuts.Shorts(blockKernel, RUN);
    doubleCuts = new Cuts.Doubles(blockKernel, RUN, least);
    firstLook = new FirstLook(order, lanes, WINDOW);
    hits = new Hits(order, lanes, RUN);
    queries = new QueryLanes(lanes);
    laneFactor = new double[lanes];
  }

  /** How many queries a block holds. */
  int lanes() {
    return lanes;
  }

  /** The tiles that can be searched. */
  Tiles tiles() {
    return tiles;
  }

  /**
   * Loads the rows {@code rows[from .. to - 1]} as queries, as many as a block holds or fewer.
   *
   * @param selections the selection of each, in an array alike
   */
  void load(int[] rows, int[] selections, int from, int to) {
    sums.load(rows, from, to);
    whole = index.bounds().narrow();
    fresh = true;
    largestSum = 0;
    queries.clear();
    for (int i = from; i < to; i++) {
      queries.add(order.positionOf(rows[i]), selections[i], index.rows().squaredNorm(rows[i]));
      largestSum = whole ? Math.max(largestSum, index.bounds().sum(rows[i])) : 0;
    }
  }

  /** Loads a row from elsewhere, for selection 0: its values in ascending columns. */
  void load(int[] columns, double[] values, int count) {
    sums.load(columns, values, count);
    whole = false; // or not known to be
    fresh = false;
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += values[i] * values[i];
    }
    queries.clear();
    queries.add(-1, 0, squares);
  }

  /** Offers the rows of a tile to the selections of the block's queries. */
  void searchTile(int tile, Selections selections) {
    Arrays.fill(rowFactor, Double.POSITIVE_INFINITY); // none passes for the row's sake
    search(tile, 0, selections, false);
  }

  /**
   * Offers all pairs of a query and a row of the tile that stands behind it to the selections of
   * both, which are numbered by position.
   */
  void searchPairs(int tile, Selections selections) {
    int first = Math.max(0, queries.position(0) - tiles.first(tile));
    search(tile, first, selections, true);
  }

  private void search(int tile, int first, Selections selections, boolean pairs) {
    Cuts cuts = begin(tile, first);
    int rows = tiles.rows(tile);
    for (int window = first; window < rows; window += WINDOW) {
      int end = Math.min(window + WINDOW, rows);
      sums.fill(window, end);
      if (fresh) {
        fresh = false;
        look(cuts, tile, window, end, selections);
      }
      for (int from = window; from < end; from += RUN) {
        select(cuts, tile, from, Math.min(from + RUN, end), selections, pairs);
      }
    }
  }

  /** Raises the floors before anything is offered. */
  private void look(Cuts cuts, int tile, int from, int to, Selections selections) {
    if (cuts != shortCuts) {
      return;
    }
    int first = tiles.first(tile);
    for (int lane = 0; lane < queries.size(); lane++) {
      int self = queries.position(lane) - first;
      if (self >= from && self < to) {
        sums.shorts()[sums.at(self) + lane] = Kernel.ZERO;
      }
    }
    firstLook.collect(sums.shorts(), sums.at(from), to - from, first + from);
    firstLook.raise(queries, selections);
  }

  /** Begins a tile with the narrowest sums that are exact. */
  private Cuts begin(int tile, int firstRow) {
    int first = tiles.first(tile);
    boolean narrow =
        whole
            && index
                .bounds()
                .fits(largestSum, queries.mostSquares(), first, first + tiles.rows(tile))
            && (lanes == 1 || index.bytes());
    sums.begin(tile, firstRow, narrow);
    return narrow ? shortCuts : doubleCuts;
  }

  private static double factor(float floor, double norm) {
    return floor == Float.NEGATIVE_INFINITY ? floor : floor * norm;
  }

  /** Selects among a run of rows whose factors are set. */
  private void select(Cuts cuts, int tile, int from, int to, Selections selections, boolean pairs) {
    int first = tiles.first(tile);
    if (pairs) {
      for (int at = first + from; at < first + to; at++) {
        rowFactor[at - first - from] = factor(selections.floor(at), order.norm(at));
      }
    }
    for (int lane = 0; lane < queries.size(); lane++) {
      laneFactor[lane] = factor(selections.floor(queries.selection(lane)), queries.norm(lane));
    }
    Arrays.fill(laneFactor, queries.size(), lanes, Double.POSITIVE_INFINITY);
    cuts.ofLanes(laneFactor, order.norm(first + to - 1), order.norm(first + from));
    cuts.ofRows(rowFactor, to - from, queries.leastNorm(), queries.mostNorm());
    int at = sums.at(from);
    if (cuts.passing(sums, at, to - from, passing)) {
      hits.collect(passing, to - from, queries.size());
      hits.measure(queries, cuts, sums, at, first + from);
      hits.offer(queries, selections, pairs);
    }
  }
}
