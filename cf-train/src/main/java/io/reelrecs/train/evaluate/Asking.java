package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.core.topk.TopK;
import io.reelrecs.train.evaluate.split.Candidates;
import java.util.List;

/** Asks one scorer, and makes sure that what it says can be measured. Thread-safe. */
final class Asking {

  private final String contender;
  private final Scorer scorer;

  Asking(String contender, Scorer scorer) {
    this.contender = contender;
    this.scorer = scorer;
  }

  /** The answers for a user's movies: one each, none of them NaN. */
  Scores scores(long user, long[] movies) {
    Scores scores = scorer.score(user, movies);
    if (scores.size() != movies.length) {
      throw new IllegalStateException(
          "%s gave %d answers for %d movies of user %d"
              .formatted(contender, scores.size(), movies.length, user));
    }
    for (int i = 0; i < movies.length; i++) {
      checkFinite(scores.predicted(i), user, movies[i]);
    }
    return scores;
  }

  /** The best movies that the user has not rated, best first; at most {@code n}. */
  long[] recommended(long user, int n) {
    List<Recommendation> list = scorer.recommend(user, n);
    if (list.size() > n) {
      throw new IllegalStateException(
          "%s recommended %d movies to user %d, %d were asked for"
              .formatted(contender, list.size(), user, n));
    }
    long[] movies = new long[list.size()];
    for (int i = 0; i < movies.length; i++) {
      movies[i] = list.get(i).movieId();
    }
    return movies;
  }

  /** The best of the user's candidates, best first, ties to the lower id; at most {@code n}. */
  long[] ranked(long user, Candidates candidates, int n) {
    long[] movies = candidates.of(user);
    double[] scores = scorer.rank(user, movies);
    TopK best = new TopK(n);
    for (int i = 0; i < movies.length; i++) {
      checkFinite(scores[i], user, movies[i]);
      best.offer(i, scores[i]); // candidates ascend, so that the lower index is the lower id
    }
    best.sort();
    long[] ranked = new long[best.size()];
    for (int rank = 0; rank < ranked.length; rank++) {
      ranked[rank] = movies[best.index(rank)];
    }
    return ranked;
  }

  private void checkFinite(double answer, long user, long movie) {
    if (!Double.isFinite(answer)) {
      throw new IllegalStateException(
          "%s answered %s for user %d and movie %d; an answer must be a finite number"
              .formatted(contender, answer, user, movie));
    }
  }
}
