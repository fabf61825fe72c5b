package io.reelrecs.core.search;

import io.reelrecs.core.kernel.ColumnWalk;
import io.reelrecs.core.kernel.Kernel;
import java.util.Arrays;

/** The sums of a single query with a whole tile, by walking the query's columns. */
final class ColumnSums extends BlockSums {

  private final CosineIndex index;
  private final TiledPostings postings;
  private final QueryRow query = new QueryRow();
  private short[] shorts = {};
  private double[] doubles = {};

  ColumnSums(CosineIndex index) {
    this.index = index;
    postings = index.columns();
  }

  @Override
  void load(int[] queries, int from, int to) {
    query.load(index.rows(), queries[from]);
  }

  @Override
  void load(int[] columns, double[] values, int count) {
    query.load(columns, values, count);
  }

  @Override
  void begin(int tile, int first, boolean narrow) {
    int rows = postings.tiles().rows(tile);
    clear(first, rows, narrow);
    for (int i = 0; i < query.size(); i++) {
      int from = postings.from(tile, query.column(i));
      int to = postings.to(tile, query.column(i));
      if (first > 0) {
        from = postings.firstFrom(from, to, first);
      }
      if (from < to) {
        add(query.value(i), from, to, narrow);
      }
    }
  }

  private void clear(int from, int to, boolean narrow) {
    int most = postings.tiles().rows();
    if (narrow) {
      shorts = shorts.length < most ? new short[most] : shorts;
      Arrays.fill(shorts, from, to, Kernel.ZERO);
    } else {
      doubles = doubles.length < most ? new double[most] : doubles;
      Arrays.fill(doubles, from, to, 0);
    }
  }

  private void add(double value, int from, int to, boolean narrow) {
    if (narrow) {
      ColumnWalk.addShorts(postings.postings(), from, to, (short) value, shorts);
    } else if (postings.values() == null) {
      ColumnWalk.addDoubles(postings.postings(), from, to, value, doubles);
    } else {
      ColumnWalk.addReals(postings.postings(), postings.values(), from, to, value, doubles);
    }
  }

  @Override
  void fill(int from, int to) {
    // all of the tile is there
  }

  @Override
  int at(int row) {
    return row;
  }

  @Override
  short[] shorts() {
    return shorts;
  }

  @Override
  double[] doubles() {
    return doubles;
  }
}
