package io.reelrecs.core.score;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.scratch.ScratchPool;
import io.reelrecs.core.search.NeighborGraph;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.List;

/**
 * Scores from a neighbor graph: the similarity-weighted mean {@code sum(s(u,v) r(v,m)) /
 * sum(s(u,v))} over those of the user's k nearest neighbors {@code v} that rated the movie, as in
 * Herlocker et al., "An Algorithmic Framework for Performing Collaborative Filtering", SIGIR 1999,
 * without centering. A neighbor whose similarity is not positive says nothing. Where no neighbor is
 * left, the bias baseline answers.
 *
 * <p>One movie costs a binary search in each neighbor's row. A batch walks the neighbors' rows once
 * and then reads off each candidate; sums are taken in the order of the neighbors either way.
 */
final class NeighborScorer implements Scorer {

  private final IdIndex users;
  private final IdIndex movies;
  private final RatingMatrix ratings;
  private final RatingScale scale;
  private final Baseline baseline;
  private final NeighborGraph graph;
  private final ScratchPool<Evidence> scratch;

  NeighborScorer(Model model) {
    users = model.users();
    movies = model.movies();
    ratings = model.ratings();
    scale = ratings.scale();
    baseline = model.baseline();
    graph = model.neighbors();
    scratch = new ScratchPool<>(() -> new Evidence(ratings, graph.k()));
  }

  @Override
  public Score score(long userId, long movieId) {
    int user = users.indexOf(userId);
    int movie = movies.indexOf(movieId);
    double weighted = 0;
    double weights = 0;
    int support = 0;
    if (user >= 0 && movie >= 0) {
      for (int rank = 0; rank < graph.degree(user); rank++) {
        double similarity = graph.similarity(user, rank);
        int at = similarity > 0 ? ratings.find(graph.neighbor(user, rank), movie) : -1;
        if (at >= 0) {
          weighted += similarity * ratings.ratingAt(at);
          weights += similarity;
          support++;
        }
      }
    }
    Scores one = new Scores(1);
    answer(one, 0, user, movie, weighted, weights, support);
    return one.get(0);
  }

  @Override
  public Scores score(long userId, long[] movieIds) {
    int user = users.indexOf(userId);
    Scores scores = new Scores(movieIds.length);
    Evidence evidence = scratch.take();
    gather(user, evidence);
    for (int i = 0; i < movieIds.length; i++) {
      answer(scores, i, user, movies.indexOf(movieIds[i]), evidence);
    }
    evidence.clear();
    scratch.giveBack(evidence);
    return scores;
  }

  @Override
  public List<Recommendation> recommend(long userId, int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, actual: " + n);
    }
    int user = users.indexOf(userId);
    TopK best = new TopK(Math.min(n, Math.max(1, movies.size())));
    Evidence evidence = scratch.take();
    gather(user, evidence);
    Scores scores = new Scores(movies.size());
    int rated = user < 0 ? 0 : ratings.rowStart(user);
    int ratedEnd = user < 0 ? 0 : ratings.rowEnd(user);
    for (int movie = 0; movie < movies.size(); movie++) {
      if (rated < ratedEnd && ratings.movieAt(rated) == movie) {
        rated++; // a row ascends by movie, so one walk beside the catalog meets all of it
      } else {
        answer(scores, movie, user, movie, evidence);
        best.offer(movie, scores.value(movie));
      }
    }
    evidence.clear();
    scratch.giveBack(evidence);
    best.sort();
    List<Recommendation> list = new ArrayList<>(best.size());
    for (int rank = 0; rank < best.size(); rank++) {
      int movie = best.index(rank);
      list.add(new Recommendation(movies.idAt(movie), scores.get(movie)));
    }
    return List.copyOf(list);
  }

  /** Takes in what all neighbors of a user rated. */
  private void gather(int user, Evidence evidence) {
    if (user < 0) {
      return;
    }
    for (int rank = 0; rank < graph.degree(user); rank++) {
      double similarity = graph.similarity(user, rank);
      if (similarity > 0) {
        evidence.add(graph.neighbor(user, rank), similarity);
      }
    }
  }

  private void answer(Scores scores, int i, int user, int movie, Evidence evidence) {
    if (movie < 0) {
      answer(scores, i, user, movie, 0, 0, 0);
    } else {
      answer(
          scores,
          i,
          user,
          movie,
          evidence.weighted[movie],
          evidence.weights[movie],
          evidence.support[movie]);
    }
  }

  private void answer(
      Scores scores, int i, int user, int movie, double weighted, double weights, int support) {
    double predicted;
    ScoreSource source;
    if (support > 0) {
      predicted = weighted / weights;
      source = ScoreSource.NEIGHBORS;
    } else {
      boolean rated = movie >= 0 && ratings.columnLength(movie) > 0;
      predicted = baseline.mean();
      if (user >= 0) {
        predicted += baseline.userBias(user);
      }
      if (rated) {
        predicted += baseline.movieBias(movie);
      }
      source =
          rated
              ? ScoreSource.MOVIE_BASELINE
              : user >= 0 ? ScoreSource.USER_BASELINE : ScoreSource.GLOBAL_MEAN;
    }
    double rating = scale.clamp(predicted);
    scores.set(i, scale.normalize(rating), rating, source, support);
  }

  /** What a user's neighbors say of each movie: working memory of one batch. */
  private static final class Evidence {

    private final RatingMatrix ratings;
    private final double[] weighted;
    private final double[] weights;
    private final int[] support;
    private final int[] neighbors;
    private int size;

    Evidence(RatingMatrix ratings, int mostNeighbors) {
      neighbors = new int[mostNeighbors];
      this.ratings = ratings;
      weighted = new double[ratings.movies()];
      weights = new double[ratings.movies()];
      support = new int[ratings.movies()];
    }

    void add(int neighbor, double similarity) {
      neighbors[size++] = neighbor;
      for (int p = ratings.rowStart(neighbor); p < ratings.rowEnd(neighbor); p++) {
        int movie = ratings.movieAt(p);
        weighted[movie] += similarity * ratings.ratingAt(p);
        weights[movie] += similarity;
        support[movie]++;
      }
    }

    /** Wipes exactly what {@link #add} wrote. */
    void clear() {
      for (int i = 0; i < size; i++) {
        for (int p = ratings.rowStart(neighbors[i]); p < ratings.rowEnd(neighbors[i]); p++) {
          int movie = ratings.movieAt(p);
          weighted[movie] = 0;
          weights[movie] = 0;
          support[movie] = 0;
        }
      }
      size = 0;
    }
  }
}
