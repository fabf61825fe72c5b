package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/**
 * Searches one tile for one block of queries: dot products by the kernel, then a selection that
 * looks at a whole row of them at a time and stops only where one can make it.
 *
 * <p><b>Width.</b> Sums have 16 bits where {@link SumBounds} proves that to be exact for the block
 * and the tile, and are {@code double} everywhere else.
 *
 * <p><b>Selection.</b> A pair can make it if {@code dot >= floor(u) |u| |v|}, or the same for
 * {@code v}, the floor being a lower bound of the k-th best similarity so far. In a run of rows
 * that are alike in norm, one number per lane and one per row decide that for all pairs, nearly.
 * What passes is compared exactly.
 *
 * <p><b>Symmetry.</b> In a search of all rows, a pair is met once, from the side of the row that
 * comes first in {@link NormOrder}, and offered to both.
 */
final class BlockSearch {

  /** Rows that share their lanes' cuts. */
  private static final int RUN = 32;

  private final CosineIndex index;
  private final NormOrder order;
  private final TiledPostings postings;
  private final Kernel kernel;
  private final QueryBlock block;
  private final TileSums.Shorts shorts;
  private TileSums.Doubles doubles;

  private final int[] position;
  private final int[] selection;
  private final double[] norm;
  private final double[] squaredNorm;
  private final double[] laneFactor;
  private final double[] rowFactor = new double[RUN];
  private int size;
  private double leastNorm;
  private double mostNorm;
  private double mostSquares;
  private double largestSum;
  private boolean whole;

  BlockSearch(CosineIndex index, Kernel kernel) {
    this.index = index;
    this.kernel = kernel;
    order = index.order();
    postings = index.postings();
    block = new QueryBlock(index.rows(), kernel.lanes());
    shorts = index.bounds().narrow() ? new TileSums.Shorts(kernel, postings) : null;
    position = new int[kernel.lanes()];
    selection = new int[kernel.lanes()];
    norm = new double[kernel.lanes()];
    squaredNorm = new double[kernel.lanes()];
    laneFactor = new double[kernel.lanes()];
  }

  /** How many queries a block holds. */
  int lanes() {
    return kernel.lanes();
  }

  /**
   * Loads the rows {@code queries[from .. to - 1]}, as many as a block holds or fewer.
   *
   * @param selections the selection of each, in an array alike
   */
  void load(int[] queries, int[] selections, int from, int to) {
    UnitRows rows = index.rows();
    size = to - from;
    block.load(rows, queries, from, to);
    largestSum = 0;
    for (int lane = 0; lane < size; lane++) {
      int row = queries[from + lane];
      position[lane] = order.positionOf(row);
      selection[lane] = selections[from + lane];
      squaredNorm[lane] = rows.squaredNorm(row);
      largestSum = shorts == null ? 0 : Math.max(largestSum, index.bounds().sum(row));
    }
    whole = shorts != null;
    measure();
  }

  /** Loads a row from elsewhere, for selection 0: its values in ascending columns. */
  void load(int[] columns, double[] values, int count) {
    size = 1;
    block.load(columns, values, count);
    position[0] = -1;
    selection[0] = 0;
    squaredNorm[0] = 0;
    for (int i = 0; i < count; i++) {
      squaredNorm[0] += values[i] * values[i];
    }
    whole = false; // or not known to be
    measure();
  }

  private void measure() {
    leastNorm = Double.POSITIVE_INFINITY;
    mostNorm = 0;
    mostSquares = 0;
    for (int lane = 0; lane < size; lane++) {
      norm[lane] = Math.sqrt(squaredNorm[lane]);
      leastNorm = Math.min(leastNorm, norm[lane]);
      mostNorm = Math.max(mostNorm, norm[lane]);
      mostSquares = Math.max(mostSquares, squaredNorm[lane]);
    }
  }

  /** Offers the rows of a tile to the selections of the block's queries. */
  void searchTile(int tile, Selections selections) {
    TileSums sums = sums(tile);
    sums.accumulate(block, tile, 0);
    Arrays.fill(rowFactor, Double.POSITIVE_INFINITY); // none passes for the row's sake
    for (int from = 0; from < postings.rows(tile); from += RUN) {
      int to = Math.min(from + RUN, postings.rows(tile));
      select(sums, tile, from, to, selections, false);
    }
  }

  /**
   * Offers all pairs of a query and a row of the tile that stands behind it to the selections of
   * both, which are numbered as the rows.
   */
  void searchPairs(int tile, Selections selections) {
    TileSums sums = sums(tile);
    int first = Math.max(0, position[0] - postings.firstRow(tile));
    sums.accumulate(block, tile, first);
    for (int from = first; from < postings.rows(tile); from += RUN) {
      int to = Math.min(from + RUN, postings.rows(tile));
      for (int row = from; row < to; row++) {
        int at = postings.firstRow(tile) + row;
        rowFactor[row - from] = factor(selections.floor(order.rowAt(at)), order.norm(at));
      }
      select(sums, tile, from, to, selections, true);
    }
  }

  /** The narrowest sums that are exact. */
  private TileSums sums(int tile) {
    if (whole && index.bounds().fits(largestSum, mostSquares, tile)) {
      return shorts;
    }
    if (doubles == null) {
      double least = index.positive() ? Double.MIN_VALUE : Double.NEGATIVE_INFINITY;
      doubles = new TileSums.Doubles(kernel, postings, least);
    }
    return doubles;
  }

  private static double factor(float floor, double norm) {
    return floor == Float.NEGATIVE_INFINITY ? floor : floor * norm;
  }

  /** Selects among a run of rows whose factors are set. */
  private void select(
      TileSums sums, int tile, int from, int to, Selections selections, boolean pairs) {
    int first = postings.firstRow(tile);
    double least = order.norm(first + to - 1);
    double most = order.norm(first + from);
    for (int lane = 0; lane < size; lane++) {
      laneFactor[lane] = factor(selections.floor(selection[lane]), norm[lane]);
    }
    Arrays.fill(laneFactor, size, laneFactor.length, Double.POSITIVE_INFINITY);
    sums.cutLanes(laneFactor, least, most);
    sums.cutRows(rowFactor, from, to, leastNorm, mostNorm);
    for (int row = sums.find(from, to); row < to; row = sums.find(row + 1, to)) {
      for (int lanes = sums.passing(row); lanes != 0; lanes &= lanes - 1) {
        int lane = Integer.numberOfTrailingZeros(lanes);
        if (lane < size) {
          offer(sums.dot(row, lane), lane, first + row, selections, pairs);
        }
      }
    }
  }

  private void offer(double dot, int lane, int at, Selections selections, boolean pairs) {
    if (pairs ? at <= position[lane] : at == position[lane]) {
      return;
    }
    double cosine = UnitRows.similarity(dot, squaredNorm[lane], order.squaredNorm(at));
    selections.offer(selection[lane], order.rowAt(at), cosine);
    if (pairs) {
      selections.offer(order.rowAt(at), selection[lane], cosine);
    }
  }
}
