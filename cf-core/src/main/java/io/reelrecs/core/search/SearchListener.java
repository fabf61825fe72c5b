package io.reelrecs.core.search;

/** Told how far a search of many rows has come. May be called from any of its threads. */
@FunctionalInterface
public interface SearchListener {

  /** A listener that does nothing. */
  SearchListener NONE = (done, total) -> {};

  /**
   * Some more rows are done.
   *
   * @param done rows done so far
   * @param total rows in all
   */
  void progress(int done, int total);
}
