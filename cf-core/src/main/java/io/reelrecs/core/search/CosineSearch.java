package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.KernelSwitch;
import io.reelrecs.core.kernel.Kernels;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.scratch.ScratchPool;
import io.reelrecs.core.topk.Neighbor;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

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
  private final CosineIndex index;
  private final KernelSwitch kernels;
  private final ScratchPool<BlockSearch> blockSearches;
  private final ScratchPool<RowSearch> scalarSearches;
  private final ScratchPool<RowSearch> searches;

  private CosineSearch(CosineIndex index, KernelSwitch kernels) {
    rows = index.rows();
    this.index = index;
    this.kernels = kernels;
    blockSearches = new ScratchPool<>(() -> new BlockSearch(index, Kernels.scalar()));
    scalarSearches = new ScratchPool<>(() -> new RowSearch(index, Kernels.scalar()));
    searches = new ScratchPool<>(() -> new RowSearch(index, kernels.forQuery()));
  }

  /** A search over these rows, with the kernel that is active in this JVM. */
  public static CosineSearch over(UnitRows rows) {
    return over(new CosineIndex(Objects.requireNonNull(rows, "rows")), KernelSwitch.active());
  }

  /** A search of this index, with kernels of the caller's choice. */
  static CosineSearch over(CosineIndex index, KernelSwitch kernels) {
    return new CosineSearch(index, kernels);
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
    Selections selections = selections(k, rows.rows() - 1);
    SumBounds bounds = index.bounds();
    if (bounds.narrow() && bounds.fitsAll(bounds.sum(row), rows.squaredNorm(row))) {
      RatingMatrix matrix = rows.matrix();
      searchRow(
          search -> {
            int self = index.order().positionOf(row);
            search.begin(matrix.rowLength(row), rows.squaredNorm(row), self);
            for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
              search.add(matrix.movieAt(p), rows.stepAt(p));
            }
          },
          selections);
    } else {
      searchBlock(search -> search.load(new int[] {row}, new int[1], 0, 1), selections);
    }
    return list(selections, row);
  }

  private Selections selections(int k, int candidates) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    int most = Math.min(k, Math.max(1, candidates));
    return new Selections(Kernels.scalar(), 1, most, rows.rows(), index.positive(), false);
  }

  private void searchRow(Consumer<RowSearch> query, Selections selections) {
    Kernel kernel = kernels.forQuery();
    ScratchPool<RowSearch> pool = kernel == Kernels.scalar() ? scalarSearches : searches;
    RowSearch search = pool.take();
    query.accept(search);
    search.search(selections);
    kernels.walked(search.walked());
    pool.giveBack(search);
  }

  private void searchBlock(Consumer<BlockSearch> query, Selections selections) {
    BlockSearch search = blockSearches.take();
    query.accept(search);
    for (int tile = 0; tile < search.tiles().count(); tile++) {
      search.searchTile(tile, selections);
    }
    blockSearches.giveBack(search);
  }

  private static List<Neighbor> list(Selections selections, int self) {
    selections.finish(0, self, 0);
    Neighbor[] found = new Neighbor[selections.size(0)];
    for (int rank = 0; rank < found.length; rank++) {
      found[rank] = new Neighbor(selections.neighbor(0, rank), selections.similarity(0, rank));
    }
    return List.of(found);
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
    Selections selections = selections(k, rows.rows());
    double[] value = rows.valuesOf(rating, size);
    double sum = 0;
    double squares = 0;
    boolean whole = true;
    for (int i = 0; i < size; i++) {
      Objects.checkIndex(column[i], rows.columns());
      sum += value[i];
      squares += value[i] * value[i];
      whole = whole && value[i] >= 0 && value[i] == (short) value[i];
    }
    double norm = squares;
    if (whole && index.bounds().fitsAll(sum, squares)) {
      searchRow(
          search -> {
            search.begin(size, norm, -1);
            for (int i = 0; i < size; i++) {
              search.add(column[i], (short) value[i]);
            }
          },
          selections);
    } else {
      searchBlock(search -> search.load(column, value, size), selections);
    }
    return list(selections, -1);
  }

  /**
   * The nearest neighbors of all rows.
   *
   * @throws IllegalArgumentException if rows times k is more than an array holds
   */
  public NeighborGraph nearestOfAll(SearchOptions options, SearchListener listener) {
    Objects.requireNonNull(listener, "listener");
    int k = graphK(options);
    Kernel kernel = k > 0 ? kernels.forBlocks(index.postingsOfAllPairs()) : Kernels.scalar();
    Selections selections = selectionsOf(kernel, rows.rows(), k, options);
    if (k > 0) {
      BatchSearch.ofAll(index, kernel, selections, listener, options.threads()).run();
    }
    return selections.graph();
  }

  private int graphK(SearchOptions options) {
    return Math.min(options.k(), Math.max(0, rows.rows() - 1));
  }

  private Selections selectionsOf(Kernel kernel, int count, int k, SearchOptions options) {
    return new Selections(kernel, count, k, rows.rows(), index.positive(), options.threads() > 1);
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
    int k = graphK(options);
    Kernel kernel = k > 0 ? kernels.forBlocks(postingsOf(queries)) : Kernels.scalar();
    Selections selections = selectionsOf(kernel, queries.length, k, options);
    if (k > 0) {
      BatchSearch.of(index, kernel, queries, selections, listener, options.threads()).run();
    }
    return selections.graph();
  }

  /** How many postings one search after another walks for these rows. */
  private long postingsOf(int[] queries) {
    RatingMatrix matrix = rows.matrix();
    long postings = 0;
    for (int query : queries) {
      for (int p = matrix.rowStart(query); p < matrix.rowEnd(query); p++) {
        postings += matrix.columnLength(matrix.movieAt(p));
      }
    }
    return postings;
  }
}
