package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingScale;
import java.util.Arrays;

/** A scorer in front of which stands a {@link ScoreCache}; see {@link ScoreCache#over}. */
final class CachingScorer implements Scorer {

  private final Scorer scorer;
  private final RatingScale scale;
  private final ScoreCache cache;
  private final ScoreTable table;
  private final int generation;

  CachingScorer(
      Scorer scorer, RatingScale scale, ScoreCache cache, ScoreTable table, int generation) {
    this.scorer = scorer;
    this.scale = scale;
    this.cache = cache;
    this.table = table;
    this.generation = generation;
  }

  @Override
  public Score score(long userId, long movieId) {
    return score(userId, new long[] {movieId}).get(0);
  }

  @Override
  public Scores score(long userId, long[] movieIds) {
    int size = movieIds.length;
    Scores found = new Scores(size);
    int[] missing = new int[size];
    int missed = table.find(generation, userId, movieIds, scale, found, missing);
    cache.count(size - missed, missed);
    if (missed == 0) {
      return found;
    }
    return missed == size
        ? fresh(userId, movieIds)
        : filled(userId, movieIds, found, Arrays.copyOf(missing, missed));
  }

  /** Answers of which none was remembered. */
  private Scores fresh(long userId, long[] movieIds) {
    Scores answers = scorer.score(userId, movieIds);
    if (answers == null || answers.size() != movieIds.length) {
      throw new IllegalStateException(
          "the scorer answered "
              + (answers == null ? "null" : answers.size())
              + " of "
              + movieIds.length
              + " candidates");
    }
    for (int i = 0; i < movieIds.length; i++) {
      put(userId, movieIds[i], answers, i);
    }
    return answers;
  }

  /** Answers of which some were remembered, with the others filled in. */
  private Scores filled(long userId, long[] movieIds, Scores answers, int[] missing) {
    long[] asked = new long[missing.length];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = movieIds[missing[i]];
    }
    Scores more = fresh(userId, asked);
    for (int i = 0; i < asked.length; i++) {
      answers.set(missing[i], more.value(i), more.predicted(i), more.source(i), more.support(i));
    }
    return answers;
  }

  private void put(long userId, long movieId, Scores answers, int i) {
    if (ScoreTable.isKey(userId, movieId)) {
      table.put(generation, ScoreTable.key(userId, movieId), scale, answers, i);
    }
  }

  @Override
  public Scores score(RatedMovies rated, long[] movieIds) {
    return scorer.score(rated, movieIds);
  }

  @Override
  public Recommendations recommend(long userId, int n) {
    return scorer.recommend(userId, n);
  }

  @Override
  public Recommendations recommend(RatedMovies rated, int n) {
    return scorer.recommend(rated, n);
  }

  @Override
  public double[] rank(long userId, long[] movieIds) {
    return scorer.rank(userId, movieIds);
  }

  @Override
  public double[] rank(RatedMovies rated, long[] movieIds) {
    return scorer.rank(rated, movieIds);
  }

  @Override
  public Explanation explain(long userId, long movieId) {
    return scorer.explain(userId, movieId);
  }

  @Override
  public Explanation explain(RatedMovies rated, long movieId) {
    return scorer.explain(rated, movieId);
  }
}
