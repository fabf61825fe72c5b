package io.reelrecs.core.search;

import io.reelrecs.core.kernel.DotKernel;
import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.scratch.ScratchPool;
import io.reelrecs.core.topk.Neighbor;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The exact nearest rows by cosine: for one row, for a batch, or for all.
 *
 * <p>A row is never its own neighbor. The order is similarity descending, then index ascending; a
 * row that points nowhere has similarity 0 to all others. Results are the same bits on every
 * kernel, JDK and thread count: integral rows are summed exactly, real rows in one fixed order.
 *
 * <p>Building costs a pass over the ratings and 6 (integral) or 12 (real) bytes a rating. A search
 * for one row costs its movies' rating counts, plus a pass over all rows.
 *
 * <p>Immutable and thread-safe. Threads are started by {@link #nearestOfAll} and {@link
 * #nearestOfEach} alone, as many as asked for, and end with the call.
 */
public final class CosineSearch {

  private final UnitRows rows;
  private final Postings postings;
  private final DotKernel kernel;

  /** {@code 1 / sqrt(squaredNorm)} of each row, 0 where it points nowhere. */
  private final double[] inverseNorm;

  private final ScratchPool<LaneBlock> blocks;

  private CosineSearch(UnitRows rows, DotKernel kernel) {
    this.rows = Objects.requireNonNull(rows, "rows");
    this.kernel = kernel;
    postings = new Postings(rows);
    inverseNorm = new double[rows.rows()];
    for (int row = 0; row < inverseNorm.length; row++) {
      double squares = rows.squaredNorm(row);
      inverseNorm[row] = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    }
    blocks = new ScratchPool<>(() -> LaneBlock.of(rows, postings, Kernels.scalar()));
  }

  /** A search over these rows, with the kernel that is active in this JVM. */
  public static CosineSearch over(UnitRows rows) {
    return new CosineSearch(rows, Kernels.active());
  }

  /** A search with a kernel of the caller's choice. */
  static CosineSearch over(UnitRows rows, DotKernel kernel) {
    return new CosineSearch(rows, kernel);
  }

  /**
   * The nearest neighbors of one row.
   *
   * @param row the row to search for
   * @param k how many; fewer come back when there are fewer other rows
   * @return nearest first
   * @throws IllegalArgumentException if {@code k} is less than 1
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public List<Neighbor> nearest(int row, int k) {
    Objects.checkIndex(row, rows.rows());
    TopK best = new TopK(Math.min(k, Math.max(1, rows.rows() - 1)));
    LaneBlock block = blocks.take();
    new BlockSearch(rows, inverseNorm, block).run(new int[] {row}, new TopK[] {best});
    blocks.giveBack(block);
    return list(best);
  }

  private static List<Neighbor> list(TopK best) {
    List<Neighbor> found = new ArrayList<>(best.size());
    for (int rank = 0; rank < best.size(); rank++) {
      found.add(new Neighbor(best.index(rank), best.score(rank)));
    }
    return List.copyOf(found);
  }

  /**
   * The nearest neighbors of a row that is not among these, made of ratings as they were: what the
   * search for it would find if it stood behind them.
   *
   * @param column the columns it has a rating in, ascending
   * @param rating its ratings
   * @param size how many of the two arrays count
   * @param k how many; fewer come back when there are fewer rows
   * @return nearest first
   * @throws IllegalArgumentException if {@code k} is less than 1
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public List<Neighbor> nearest(int[] column, double[] rating, int size, int k) {
    TopK best = new TopK(Math.min(k, Math.max(1, rows.rows())));
    double[] value = rows.valuesOf(rating, size);
    double[] dots = new double[rows.rows()];
    double squares = 0;
    for (int p = 0; p < size; p++) {
      squares += value[p] * value[p];
      postings.addTo(dots, column[p], value[p]);
    }
    for (int row = 0; row < dots.length; row++) {
      double product = squares * rows.squaredNorm(row);
      best.offer(row, product > 0 ? dots[row] / Math.sqrt(product) : 0);
    }
    best.sort();
    return list(best);
  }

  /**
   * The nearest neighbors of all rows.
   *
   * @throws IllegalArgumentException if rows times k is more than an array holds
   */
  public NeighborGraph nearestOfAll(SearchOptions options, SearchListener listener) {
    int[] all = new int[rows.rows()];
    for (int row = 0; row < all.length; row++) {
      all[row] = row;
    }
    return nearestOfEach(all, options, listener);
  }

  /**
   * The nearest neighbors of some rows, found together.
   *
   * @param queries the rows to search for, in any order; not kept
   * @return a graph whose row {@code i} is {@code queries[i]}
   * @throws IllegalArgumentException if queries times k is more than an array holds
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public NeighborGraph nearestOfEach(
      int[] queries, SearchOptions options, SearchListener listener) {
    Objects.requireNonNull(listener, "listener");
    for (int query : queries) {
      Objects.checkIndex(query, rows.rows());
    }
    int k = Math.min(options.k(), Math.max(0, rows.rows() - 1));
    NeighborGraph graph = new NeighborGraph(queries.length, k);
    if (k > 0) {
      new BatchSearch(rows, inverseNorm, () -> LaneBlock.of(rows, postings, kernel), listener)
          .run(queries.clone(), graph, options.threads());
    }
    return graph;
  }
}
