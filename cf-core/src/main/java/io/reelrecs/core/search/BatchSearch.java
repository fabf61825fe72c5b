package io.reelrecs.core.search;

import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Searches for many rows: the queries are dealt out in blocks, long rows first, so that rows of a
 * block are alike and the threads end together.
 */
final class BatchSearch {

  private final UnitRows rows;
  private final double[] inverseNorm;
  private final Supplier<LaneBlock> blocks;
  private final SearchListener listener;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();

  BatchSearch(
      UnitRows rows, double[] inverseNorm, Supplier<LaneBlock> blocks, SearchListener listener) {
    this.rows = rows;
    this.inverseNorm = inverseNorm;
    this.blocks = blocks;
    this.listener = listener;
  }

  /** Fills row {@code i} of the graph with the neighbors of {@code queries[i]}. */
  void run(int[] queries, NeighborGraph graph, int threads) {
    int[] order = longestFirst(queries);
    List<FutureTask<Void>> tasks = new ArrayList<>();
    try {
      for (int i = 1; i < Math.min(threads, queries.length); i++) {
        FutureTask<Void> task = new FutureTask<>(() -> work(queries, order, graph), null);
        Thread thread = new Thread(task, "reelrecs-search-" + i);
        thread.setDaemon(true);
        thread.start();
        tasks.add(task);
      }
      work(queries, order, graph);
    } finally {
      next.set(order.length); // if this thread failed, the others need not go on
      await(tasks);
    }
  }

  /** Waits for all, interrupted or not: they work on the caller's graph. */
  private static void await(List<FutureTask<Void>> tasks) {
    boolean interrupted = false;
    Throwable failure = null;
    for (FutureTask<Void> task : tasks) {
      for (boolean ended = false; !ended; ) {
        try {
          task.get();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = e.getCause();
          ended = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure != null) {
      throw new IllegalStateException("a search thread failed: " + failure, failure);
    }
  }

  /** Positions in {@code queries}, those of long rows first, then as given. */
  private int[] longestFirst(int[] queries) {
    Integer[] order = new Integer[queries.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingInt(i -> -rows.matrix().rowLength(queries[i])));
    int[] result = new int[order.length];
    Arrays.setAll(result, i -> order[i]);
    return result;
  }

  private void work(int[] queries, int[] order, NeighborGraph graph) {
    LaneBlock block = blocks.get();
    BlockSearch search = new BlockSearch(rows, inverseNorm, block);
    TopK[] best = new TopK[block.lanes()];
    Arrays.setAll(best, lane -> new TopK(graph.k()));
    while (true) {
      int from = next.getAndAdd(block.lanes());
      if (from >= order.length || from < 0) {
        return;
      }
      int size = Math.min(block.lanes(), order.length - from);
      int[] lanes = new int[size];
      for (int lane = 0; lane < size; lane++) {
        lanes[lane] = queries[order[from + lane]];
        best[lane].clear();
      }
      search.run(lanes, best);
      for (int lane = 0; lane < size; lane++) {
        graph.set(order[from + lane], best[lane]);
      }
      listener.progress(done.addAndGet(size), order.length);
    }
  }
}
