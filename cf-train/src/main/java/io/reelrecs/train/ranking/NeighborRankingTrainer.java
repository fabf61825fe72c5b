package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.search.SearchListener;
import io.reelrecs.core.search.SearchOptions;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.HeapBytes;
import io.reelrecs.train.heap.StepHeap;

/**
 * Finds for every user how similar the k-th nearest of the others is, and which one that is. That
 * is all that {@link Ranking.ByNeighbors} needs to know.
 *
 * <p>The similarity is the cosine of the sets of positives, {@code n_uv / sqrt(n_u n_v)} with one
 * square root of the exact product, 0 where one has none; nearest first, ties to the lower index.
 * So among the k nearest there may be users with similarity 0, who add nothing to any score. Where
 * there are fewer than k others, the threshold is negative infinity and the last one the last user:
 * everyone is among the nearest.
 *
 * <p>Costs a search for all users; the neighbors of {@value #AT_ONCE} users are held at a time, 12
 * bytes each. The same bits on every JDK, kernel and thread count. Stateless and thread-safe.
 */
public final class NeighborRankingTrainer {

  private static final int AT_ONCE = 1024;

  private NeighborRankingTrainer() {}

  /**
   * Trains the ranking.
   *
   * @param threads threads to search with, at least 1; the caller's own is one of them
   * @param listener told how many users are done
   */
  public static Ranking.ByNeighbors train(
      RatingMatrix ratings,
      NeighborRankingParameters parameters,
      int threads,
      SearchListener listener) {
    SearchOptions options = new SearchOptions(parameters.k(), threads);
    RatingMatrix ones = Positives.of(ratings, parameters.positiveFrom()).ones();
    CosineSearch search = CosineSearch.over(UnitRows.of(ones, MissingRating.ZERO));
    double[] threshold = new double[ratings.users()];
    int[] last = new int[ratings.users()];
    for (int first = 0; first < threshold.length; first += AT_ONCE) {
      int[] users = new int[Math.min(AT_ONCE, threshold.length - first)];
      for (int i = 0; i < users.length; i++) {
        users[i] = first + i;
      }
      int before = first;
      NeighborGraph graph =
          search.nearestOfEach(
              users, options, (done, total) -> listener.progress(before + done, threshold.length));
      for (int i = 0; i < users.length; i++) {
        boolean enough = graph.degree(i) == parameters.k();
        threshold[first + i] =
            enough ? graph.similarity(i, parameters.k() - 1) : Double.NEGATIVE_INFINITY;
        last[first + i] = enough ? graph.neighbor(i, parameters.k() - 1) : threshold.length - 1;
      }
    }
    return new Ranking.ByNeighbors(
        parameters.positiveFrom(),
        parameters.k(),
        parameters.similarityExponent(),
        parameters.popularityExponent(),
        threshold,
        last);
  }

  /**
   * What training takes beside the ratings, all of which are taken for positives.
   *
   * @param k how many are nearest
   */
  public static StepHeap heap(DataSize data, int k, int threads) {
    double ratings = data.ratings();
    double atOnce = Math.min(AT_ONCE, data.users());
    int most = Math.min(k, data.users());
    double neighbors = atOnce * (most * HeapBytes.GRAPH_NEIGHBOR + HeapBytes.selection(most));
    double kept = 12.0 * data.users();
    return new StepHeap(HeapBytes.NEIGHBOR_RANKING_RATING * ratings + neighbors + kept, kept);
  }
}
