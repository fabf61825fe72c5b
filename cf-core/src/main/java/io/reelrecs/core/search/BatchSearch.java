package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import io.reelrecs.core.kernel.KernelSwitch;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Searches for many rows: groups of queries, dealt out to threads. A group is as many queries as
 * the best kernel has lanes, alike in norm; a kernel of fewer lanes takes it in several blocks.
 *
 * <p>The last groups are dealt out tile by tile, so that all threads end together.
 */
final class BatchSearch {

  /** So many groups per thread are dealt out tile by tile at the end. */
  private static final int SPLIT_GROUPS = 4;

  private final CosineIndex index;
  private final KernelSwitch kernels;
  private final Selections selections;
  private final SearchListener listener;
  private final int threads;
  private final boolean pairs;
  private final int[] queries;
  private final int[] selectionOf;
  private final int group;
  private final int whole;
  private final int items;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  private BatchSearch(
      CosineIndex index,
      KernelSwitch kernels,
      int[] queries,
      int[] selectionOf,
      boolean pairs,
      Selections selections,
      SearchListener listener,
      int threads) {
    this.index = index;
    this.kernels = kernels;
    this.queries = queries;
    this.selectionOf = selectionOf;
    this.pairs = pairs;
    this.selections = selections;
    this.listener = listener;
    this.threads = threads;
    group = kernels.best().lanes();
    int groups = (queries.length + group - 1) / group;
    whole = Math.max(0, groups - (threads == 1 ? 0 : SPLIT_GROUPS * threads));
    items = Math.addExact(whole, Math.multiplyExact(groups - whole, index.postings().tiles()));
  }

  /**
   * A search of all rows, selection {@code r} being that of row {@code r}. Groups come by ascending
   * norm: a row then meets those most like it first.
   */
  static BatchSearch ofAll(
      CosineIndex index,
      KernelSwitch kernels,
      Selections selections,
      SearchListener listener,
      int threads) {
    RowOrder order = index.order();
    int[] rows = new int[order.size()];
    for (int position = 0; position < rows.length; position++) {
      rows[position] = order.rowAt(position);
    }
    return new BatchSearch(index, kernels, rows, rows, true, selections, listener, threads);
  }

  /** A search of some rows, selection {@code i} being that of {@code queries[i]}. */
  static BatchSearch of(
      CosineIndex index,
      KernelSwitch kernels,
      int[] queries,
      Selections selections,
      SearchListener listener,
      int threads) {
    long[] keys = new long[queries.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) index.order().positionOf(queries[i]) << Integer.SIZE | i;
    }
    Arrays.sort(keys);
    int[] rows = new int[keys.length];
    int[] selectionOf = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      selectionOf[i] = (int) keys[i];
      rows[i] = queries[selectionOf[i]];
    }
    return new BatchSearch(index, kernels, rows, selectionOf, false, selections, listener, threads);
  }

  /** Runs to the end, then finishes the selections. */
  void run() {
    SearchThreads.run(threads, this::work, () -> next.set(items));
    for (int i = 0; i < queries.length; i++) {
      selections.finish(selectionOf[i], queries[i]);
    }
  }

  private void work() {
    BlockSearch scalar = null;
    BlockSearch best = null;
    int tiles = index.postings().tiles();
    for (int item = claim(); item < items; item = claim()) {
      Kernel kernel = kernels.current();
      BlockSearch search;
      if (kernel == kernels.best()) {
        best = best != null ? best : new BlockSearch(index, kernel);
        search = best;
      } else {
        scalar = scalar != null ? scalar : new BlockSearch(index, kernel);
        search = scalar;
      }
      long start = System.nanoTime();
      if (item < whole) {
        search(search, item, 0, tiles);
      } else {
        int tile = (item - whole) % tiles;
        search(search, whole + (item - whole) / tiles, tile, tile + 1);
      }
      kernels.worked(System.nanoTime() - start);
      int sofar = done.incrementAndGet();
      listener.progress((int) Math.max(1, (long) queries.length * sofar / items), queries.length);
    }
  }

  private int claim() {
    int item = next.getAndIncrement();
    return item < 0 ? items : item;
  }

  /** Searches the tiles {@code fromTile .. toTile - 1} for a group, a block after another. */
  private void search(BlockSearch search, int number, int fromTile, int toTile) {
    int groups = (queries.length + group - 1) / group;
    int from = (pairs ? groups - 1 - number : number) * group;
    int to = Math.min(queries.length, from + group);
    for (int block = from; block < to; block += search.lanes()) {
      search.load(queries, selectionOf, block, Math.min(to, block + search.lanes()));
      if (pairs) {
        int own = index.postings().tileOf(block);
        for (int tile = Math.max(fromTile, own); tile < toTile; tile++) {
          search.searchPairs(tile, selections);
        }
      } else {
        searchTiles(search, queries[block], fromTile, toTile);
      }
    }
  }

  /** Begins with the tile where the likes of a row are. */
  private void searchTiles(BlockSearch search, int row, int fromTile, int toTile) {
    int own = index.postings().tileOf(index.order().positionOf(row));
    int begin = Math.max(fromTile, Math.min(own, toTile - 1));
    for (int tile = begin; tile < toTile; tile++) {
      search.searchTile(tile, selections);
    }
    for (int tile = fromTile; tile < begin; tile++) {
      search.searchTile(tile, selections);
    }
  }
}
