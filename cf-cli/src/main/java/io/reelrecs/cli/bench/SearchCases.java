package io.reelrecs.cli.bench;

import io.reelrecs.cli.bench.BenchResult.Fact;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Searching for the nearest users: of all of them, and of one after another. */
final class SearchCases {

  private static final long SEED = 20_261_124;

  /** So many users are drawn, and asked for in turn; a power of two. */
  private static final int QUERIES = 1 << 14;

  private static final double NANOS = 1e9;

  private final CosineSearch search;
  private final SearchOptions options;
  private final int[] queries;
  private final double buildSeconds;

  private int next;

  private SearchCases(
      CosineSearch search, SearchOptions options, int[] queries, double buildSeconds) {
    this.search = search;
    this.options = options;
    this.queries = queries;
    this.buildSeconds = buildSeconds;
  }

  /** Builds the search over the users of a matrix, once and cold, and draws the users. */
  static SearchCases build(RatingMatrix matrix, BenchSettings settings, LongSupplier clock) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] queries = random.ints(QUERIES, 0, matrix.users()).toArray();
    long start = clock.getAsLong();
    CosineSearch search = CosineSearch.over(UnitRows.of(matrix, MissingRating.ZERO));
    double seconds = (clock.getAsLong() - start) / NANOS;
    return new SearchCases(
        search, new SearchOptions(settings.k(), settings.threads()), queries, seconds);
  }

  Work all() {
    return () -> search.nearestOfAll(options, SearchListener.NONE);
  }

  Work one() {
    return () -> search.nearest(queries[next++ & (QUERIES - 1)], options.k());
  }

  List<Fact> facts() {
    return List.of(
        new Fact("k", options.k(), "k " + options.k()),
        new Fact(
            "build_s",
            buildSeconds,
            String.format(Locale.ROOT, "built once in %.0f ms", buildSeconds * 1e3)));
  }
}
