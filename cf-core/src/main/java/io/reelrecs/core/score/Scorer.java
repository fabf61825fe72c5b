package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;

/**
 * Answers "how much would this user like this movie?" from a trained model.
 *
 * <p>Ids are external ids, as they stand in the ratings file. An unknown id is normal data: it is
 * answered from what is known (see {@link ScoreSource}), never with an exception, NaN or a silent
 * zero. The same model gives the same answers on every JDK, kernel and thread count, and a batch
 * gives bit for bit what its candidates give one by one.
 *
 * <p>Implementations are immutable and safe for any number of threads. The scorer of a {@link
 * Model} has all of these methods; another one may know users by their ids alone, or be unable to
 * explain itself, and then throws {@link UnsupportedOperationException}.
 */
public interface Scorer {

  /** The scorer of a model; one serves all threads. Costs at most a pass over the ratings. */
  static Scorer of(Model model) {
    return new ModelScorer(model);
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
   * Scores a batch of candidates for a user who is given by ratings ("fold-in"). The model is not
   * changed, and nothing is kept of the user.
   *
   * <p>The answers are those that the user would have got from this model's movies: biases and
   * similarities of movies stay as they were trained, and what belongs to the user is worked out
   * from the ratings as the training would have. Where an answer rests on neighbors' ratings alone
   * (the reference algorithm), that is to the bit what training with the user would have given. A
   * rating of a movie that nobody else rated says nothing.
   *
   * @param rated what the user rated; may be empty
   * @param movieIds external movie ids, known or not, in any order, repeats allowed; not kept
   * @throws IllegalArgumentException if a rating is not on the scale of the model
   */
  default Scores score(RatedMovies rated, long[] movieIds) {
    throw new UnsupportedOperationException("this scorer knows users by their ids alone");
  }

  /**
   * The movies that the user is expected to want most, of those that somebody but not the user has
   * rated; best first, and ties go to the lower movie id. What "best" means is the model's own
   * objective for ranking ({@link io.reelrecs.core.model.Ranking}).
   *
   * @param userId external user id, known or not
   * @param n how many at most; where fewer come back the list says why
   * @throws IllegalArgumentException if {@code n} is less than 1
   */
  Recommendations recommend(long userId, int n);

  /**
   * The same for a user who is given by ratings.
   *
   * @throws IllegalArgumentException if {@code n} is less than 1, or a rating is not on the scale
   *     of the model
   */
  default Recommendations recommend(RatedMovies rated, int n) {
    throw new UnsupportedOperationException("this scorer knows users by their ids alone");
  }

  /**
   * How much a user is expected to want each of these movies: the relevances by which {@link
   * #recommend} orders movies, for any movies, rated ones included. Higher is better; they compare
   * for one user only, and have no unit. Of equal ones the lower movie id comes first.
   *
   * <p>Where a scorer has no objective of its own for ranking these are the values of its scores.
   *
   * @param userId external user id, known or not
   * @param movieIds external movie ids, known or not, in any order, repeats allowed; not kept
   * @return one finite figure per movie, in the order of {@code movieIds}; owned by the caller
   */
  default double[] rank(long userId, long[] movieIds) {
    Scores scores = score(userId, movieIds);
    double[] values = new double[scores.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = scores.value(i);
    }
    return values;
  }

  /**
   * The same for a user who is given by ratings.
   *
   * @throws IllegalArgumentException if a rating is not on the scale of the model
   */
  default double[] rank(RatedMovies rated, long[] movieIds) {
    throw new UnsupportedOperationException("this scorer knows users by their ids alone");
  }

  /**
   * Takes an answer apart: which neighbors or movies it rests on, and with what weight. Costs about
   * a millisecond, much more than the answer.
   *
   * @param userId external user id, known or not
   * @param movieId external movie id, known or not
   */
  default Explanation explain(long userId, long movieId) {
    throw new UnsupportedOperationException("this scorer cannot take its answers apart");
  }

  /**
   * The same for a user who is given by ratings.
   *
   * @throws IllegalArgumentException if a rating is not on the scale of the model
   */
  default Explanation explain(RatedMovies rated, long movieId) {
    throw new UnsupportedOperationException("this scorer knows users by their ids alone");
  }
}
