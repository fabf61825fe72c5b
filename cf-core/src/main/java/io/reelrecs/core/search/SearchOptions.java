package io.reelrecs.core.search;

/**
 * How to search many rows.
 *
 * @param k neighbors per row, at least 1
 * @param threads threads to search with, at least 1; the caller's own is one of them
 */
public record SearchOptions(int k, int threads) {

  /** 20 neighbors, as many threads as the machine has cores. */
  public static final SearchOptions DEFAULT =
      new SearchOptions(20, Runtime.getRuntime().availableProcessors());

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException naming the one that is less than 1
   */
  public SearchOptions {
    if (k < 1) {
      throw new IllegalArgumentException("k must be >= 1, actual: " + k);
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
  }
}
