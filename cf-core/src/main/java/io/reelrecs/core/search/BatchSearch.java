package io.reelrecs.core.search;

import io.reelrecs.core.kernel.Kernel;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Searches for many rows: blocks of queries that are alike in norm, dealt out to threads. The last
 * blocks are dealt out tile by tile, so that all threads end together.
 */
final class BatchSearch {

  /** So many blocks per thread are dealt out tile by tile at the end. */
  private static final int SPLIT_BLOCKS = 4;

  private final CosineIndex index;
  private final Kernel kernel;
  private final Selections selections;
  private final SearchListener listener;
  private final int threads;
  private final boolean pairs;
  private final int[] queries;
  private final int[] selectionOf;
  private final Tiles tiles;
  private final int blocks;
  private final int whole;
  private final int items;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  private BatchSearch(
      CosineIndex index,
      Kernel kernel,
      int[] queries,
      int[] selectionOf,
      boolean pairs,
      Selections selections,
      SearchListener listener,
      int threads) {
    this.index = index;
    this.kernel = kernel;
    this.queries = queries;
    this.selectionOf = selectionOf;
    this.pairs = pairs;
    this.selections = selections;
    this.listener = listener;
    this.threads = threads;
    tiles = index.walksRows(kernel) ? index.rowTiles() : index.columns().tiles();
    int lanes = index.walksRows(kernel) ? kernel.lanes() : 1; // as a BlockSearch has them
    blocks = (queries.length + lanes - 1) / lanes;
    whole = Math.max(0, blocks - (threads == 1 ? 0 : SPLIT_BLOCKS * threads));
    items = Math.addExact(whole, Math.multiplyExact(blocks - whole, tiles.count()));
  }

  /**
   * A search of all rows, selection {@code p} being that of the row at position {@code p}, so that
   * those of a run of rows are together in memory. Blocks come by ascending norm: a row then meets
   * those most like it first.
   */
  static BatchSearch ofAll(
      CosineIndex index,
      Kernel kernel,
      Selections selections,
      SearchListener listener,
      int threads) {
    NormOrder order = index.order();
    int[] rows = new int[order.size()];
    int[] positions = new int[rows.length];
    for (int position = 0; position < rows.length; position++) {
      rows[position] = order.rowAt(position);
      positions[position] = position;
    }
    return new BatchSearch(index, kernel, rows, positions, true, selections, listener, threads);
  }

  /** A search of some rows, selection {@code i} being that of {@code queries[i]}. */
  static BatchSearch of(
      CosineIndex index,
      Kernel kernel,
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
    return new BatchSearch(index, kernel, rows, selectionOf, false, selections, listener, threads);
  }

  /** Runs to the end, then finishes the selections. */
  void run() {
    SearchThreads.run(threads, this::work, () -> next.set(items));
    for (int i = 0; i < queries.length; i++) {
      selections.finish(selectionOf[i], queries[i], pairs ? queries[i] : selectionOf[i]);
    }
  }

  private void work() {
    BlockSearch search = new BlockSearch(index, kernel);
    int count = tiles.count();
    for (int item = claim(); item < items; item = claim()) {
      if (item < whole) {
        search(search, item, 0, count);
      } else {
        int tile = (item - whole) % count;
        search(search, whole + (item - whole) / count, tile, tile + 1);
      }
      long rows = (long) queries.length * done.incrementAndGet() / items;
      listener.progress((int) Math.max(1, rows), queries.length);
    }
  }

  private int claim() {
    int item = next.getAndIncrement();
    return item < 0 ? items : item;
  }

  /** Searches the tiles {@code fromTile .. toTile - 1} for a block. */
  private void search(BlockSearch search, int number, int fromTile, int toTile) {
    int lanes = search.lanes();
    int from = (pairs ? blocks - 1 - number : number) * lanes;
    search.load(queries, selectionOf, from, Math.min(queries.length, from + lanes));
    if (pairs) {
      int own = tiles.of(from);
      for (int tile = Math.max(fromTile, own); tile < toTile; tile++) {
        search.searchPairs(tile, selections);
      }
    } else {
      searchTiles(search, queries[from], fromTile, toTile);
    }
  }

  /** Begins with the tile where the likes of a row are. */
  private void searchTiles(BlockSearch search, int row, int fromTile, int toTile) {
    int own = tiles.of(index.order().positionOf(row));
    int begin = Math.max(fromTile, Math.min(own, toTile - 1));
    for (int tile = begin; tile < toTile; tile++) {
      search.searchTile(tile, selections);
    }
    for (int tile = fromTile; tile < begin; tile++) {
      search.searchTile(tile, selections);
    }
  }
}
