package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import java.util.List;

/**
 * Answers "how much would this user like this movie?" from a trained model.
 *
 * <p>Ids are external ids, as they stand in the ratings file. An unknown id is normal data: it is
 * answered from what is known (see {@link ScoreSource}), never with an exception, NaN or a silent
 * zero. The same model gives the same answers on every JDK, kernel and thread count, and a batch
 * gives bit for bit what its candidates give one by one.
 *
 * <p>Implementations are immutable and safe for any number of threads.
 */
public interface Scorer {

  /** The scorer of a model. Costs nothing but the object; one serves all threads. */
  static Scorer of(Model model) {
    return new NeighborScorer(model);
  }

  /**
   * Scores one movie for one user.
   *
   * @param userId external user id, known or not
   * @param movieId external movie id, known or not
   */
  Score score(long userId, long movieId);

  /**
   * Scores a batch of candidates for one user; much cheaper than one call per candidate.
   *
   * @param userId external user id, known or not
   * @param movieIds external movie ids, known or not, in any order, repeats allowed; not kept
   * @return one answer per candidate, in the order of {@code movieIds}
   */
  Scores score(long userId, long[] movieIds);

  /**
   * The best movies that the user has not rated, best first; ties go to the lower movie id.
   *
   * @param userId external user id, known or not
   * @param n how many at most; fewer come back when the catalog has no more
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  List<Recommendation> recommend(long userId, int n);

  /**
   * How much a user is expected to want each of these movies: the scores by which {@link
   * #recommend} orders movies, for any movies, rated ones included. Higher is better; they compare
   * for one user only, and have no unit. Of equal scores the lower movie id comes first.
   *
   * <p>These are the values of {@link #score(long, long[])}, unless the model has an objective of
   * its own for ranking.
   *
   * @param userId external user id, known or not
   * @param movieIds external movie ids, known or not, in any order, repeats allowed; not kept
   * @return one finite score per movie, in the order of {@code movieIds}; owned by the caller
   */
  default double[] rank(long userId, long[] movieIds) {
    Scores scores = score(userId, movieIds);
    double[] values = new double[scores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scores.value(i);
    }
    return values;
  }
}
