package io.reelrecs.core.score;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Model;

/** A scorer in front of which stands a {@link ScoreCache}; see {@link ScoreCache#over}. */
final class CachingScorer implements Scorer {

  /** The place of all movies that the model does not have. */
  private static final int UNKNOWN_PLACE = ScoreTable.place(0);

  private final Scorer scorer;
  private final ScoreCache cache;
  private final ScoreTable table;
  private final int generation;
  private final RatingScale scale;
  private final IdIndex users;
  private final IdIndex movies;

  /** The places of the movies in the table, those that many have rated first. */
  private final int[] places;

  private final int blocks;

  CachingScorer(Scorer scorer, Model model, ScoreCache cache, ScoreTable table, int generation) {
    this.scorer = scorer;
    this.cache = cache;
    this.table = table;
    this.generation = generation;
    scale = model.ratings().scale();
    users = model.users();
    movies = model.movies();
    places = places(model.ratings());
    blocks = ScoreTable.blocks(places.length + 1);
  }

  /** By a counting sort; linear. */
  private static int[] places(RatingMatrix ratings) {
    int movies = ratings.movies();
    int[] rank = new int[ratings.users() + 1];
    for (int movie = 0; movie < movies; movie++) {
      rank[ratings.columnLength(movie)]++;
    }
    int before = 1; // 0 is for the unknown
    for (int raters = ratings.users(); raters >= 0; raters--) {
      int count = rank[raters];
      rank[raters] = before;
      before += count;
    }
    int[] places = new int[movies];
    for (int movie = 0; movie < movies; movie++) {
      places[movie] = ScoreTable.place(rank[ratings.columnLength(movie)]++);
    }
    return places;
  }

  @Override
  public Score score(long userId, long movieId) {
    return score(userId, new long[] {movieId}).get(0);
  }

  @Override
  public Scores score(long userId, long[] movieIds) {
    int size = movieIds.length;
    int user = users.indexOf(userId) + 1; // 0 is for the unknown
    int[] asked = new int[size];
    for (int i = 0; i < size; i++) {
      int movie = movies.indexOf(movieIds[i]);
      asked[i] = movie == IdIndex.UNKNOWN ? UNKNOWN_PLACE : places[movie];
    }
    Scores found = new Scores(size);
    int[] missing = new int[size];
    int missed = table.find(generation, user, asked, blocks, scale, found, missing);
    cache.count(size - missed, missed);
    if (missed > 0) {
      fill(userId, movieIds, found, missing, missed);
      for (int j = 0; j < missed; j++) {
        int i = missing[j];
        table.put(generation, user, asked[i], scale, found, i);
      }
    }
    return found;
  }

  /** Fills in the answers that are missing. */
  private void fill(long userId, long[] movieIds, Scores answers, int[] missing, int missed) {
    long[] asked = new long[missed];
    for (int j = 0; j < missed; j++) {
      asked[j] = movieIds[missing[j]];
    }
    Scores more = scorer.score(userId, asked);
    if (more == null || more.size() != missed) {
      throw new IllegalStateException(
          "the scorer answered "
              + (more == null ? "null" : more.size())
              + " of "
              + missed
              + " candidates");
    }
    for (int j = 0; j < missed; j++) {
      answers.set(missing[j], more.value(j), more.predicted(j), more.source(j), more.support(j));
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
