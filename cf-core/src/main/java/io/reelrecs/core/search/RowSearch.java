package io.reelrecs.core.search;

import io.reelrecs.core.kernel.ColumnWalk;
import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.matrix.UnitRows;
import java.util.Arrays;

/**
 * Searches for one row whose dot products are proven to fit 16 bits: tile by tile, sparse columns
 * posting by posting, dense columns a register of rows at a time, then a selection that skips a
 * register of rows at a time. Begins where rows are alike in norm, which are the likeliest
 * neighbors, so that the cut is high early. Working memory of one thread.
 */
final class RowSearch {

  /** Rows that share a cut; norms in so short a run are alike. */
  private static final int RUN = 128;

  private final NormOrder order;
  private final TiledPostings postings;
  private final DenseColumns dense;
  private final Kernel kernel;

  private final short[] sums;
  private int[] sparse = {};
  private short[] sparseValue = {};
  private int sparseCount;
  private int[] denseStart = {};
  private int[] denseAt = {};
  private short[] denseValue = {};
  private int denseCount;

  private double squaredNorm;
  private double norm;
  private int self;
  private long walked;

  RowSearch(CosineIndex index, Kernel kernel) {
    this.kernel = kernel;
    order = index.order();
    postings = index.columns();
    dense = kernel.bits() == 0 ? null : index.dense(); // one by one, zeros are not worth it
    sums = new short[postings.tiles().rows()];
  }

  /**
   * Begins a query.
   *
   * @param size the most values that will be {@linkplain #add added}
   * @param squaredNorm the sum of their squares
   * @param self its position, -1 if it has none
   */
  void begin(int size, double squaredNorm, int self) {
    this.squaredNorm = squaredNorm;
    this.self = self;
    norm = Math.sqrt(squaredNorm);
    sparseCount = 0;
    denseCount = 0;
    walked = 0;
    if (sparse.length < size) {
      int capacity = size + size / 2;
      sparse = new int[capacity];
      sparseValue = new short[capacity];
      denseStart = new int[capacity + Kernel.DENSE];
      denseAt = new int[capacity + Kernel.DENSE];
      denseValue = new short[capacity + Kernel.DENSE];
    }
  }

  /** Adds a value of the query. */
  void add(int column, short value) {
    int start = dense == null ? -1 : dense.start(column);
    if (start >= 0) {
      denseStart[denseCount] = start;
      denseValue[denseCount++] = value;
    } else {
      sparse[sparseCount] = column;
      sparseValue[sparseCount++] = value;
    }
  }

  /** Offers every row to selection 0. */
  void search(Selections selections) {
    while (denseCount % Kernel.DENSE != 0) { // filled up with the empty column
      denseStart[denseCount] = 0;
      denseValue[denseCount++] = 0;
    }
    int near = self >= 0 ? self : order.near(norm);
    int first = postings.tiles().count() == 0 ? 0 : postings.tiles().of(near);
    for (int i = 0; i < postings.tiles().count(); i++) {
      int tile = (first + i) % postings.tiles().count();
      accumulate(tile);
      int middle = i == 0 ? (near - postings.tiles().first(tile)) / RUN * RUN : 0;
      select(tile, middle, postings.tiles().rows(tile), selections);
      select(tile, 0, middle, selections);
    }
  }

  /** How many postings the search walked, one by one. */
  long walked() {
    return walked;
  }

  private void accumulate(int tile) {
    int rows = postings.tiles().rows(tile);
    Arrays.fill(sums, 0, rows, Kernel.ZERO);
    for (int i = 0; i < sparseCount; i++) {
      int from = postings.from(tile, sparse[i]);
      int to = postings.to(tile, sparse[i]);
      if (from < to) {
        ColumnWalk.addShorts(postings.postings(), from, to, sparseValue[i], sums);
        walked += to - from;
      }
    }
    for (int i = 0; i < denseCount; i++) {
      denseAt[i] = denseStart[i] + (denseValue[i] == 0 ? 0 : postings.tiles().first(tile));
    }
    if (denseCount == 0) {
      return;
    }
    int padded = (rows + Kernel.DENSE_ROWS - 1) / Kernel.DENSE_ROWS * Kernel.DENSE_ROWS;
    for (int i = 0; i < denseCount; i += Kernel.DENSE) {
      kernel.addDense(dense.cells(), denseAt, denseValue, i, sums, padded);
    }
  }

  private void select(int tile, int begin, int end, Selections selections) {
    int first = postings.tiles().first(tile);
    for (int from = begin; from < end; from += RUN) {
      int to = Math.min(from + RUN, end);
      double least = order.norm(first + to - 1);
      short cut = cut(selections, least);
      int row = kernel.findRow(sums, from, to, cut);
      while (row < to) {
        offer(first + row, sums[row] - Kernel.ZERO, selections);
        cut = cut(selections, least);
        row = kernel.findRow(sums, row + 1, to, cut);
      }
    }
  }

  private short cut(Selections selections, double leastNorm) {
    double factor = selections.floor(0) * norm;
    return Cuts.Shorts.ofSum(Cuts.cut(factor, leastNorm, leastNorm));
  }

  private void offer(int position, int dot, Selections selections) {
    if (position != self) {
      double cosine = UnitRows.similarity(dot, squaredNorm, order.squaredNorm(position));
      selections.offer(0, order.rowAt(position), cosine);
    }
  }
}
