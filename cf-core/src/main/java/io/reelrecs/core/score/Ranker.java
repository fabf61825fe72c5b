package io.reelrecs.core.score;

import io.reelrecs.core.score.Predictor.Parts;

/** Orders movies for a user, by dense indexes. Implementations are immutable and thread-safe. */
interface Ranker {

  /**
   * How much a user is expected to want each movie of the model.
   *
   * @param relevance by dense movie index, overwritten; finite, and higher is better
   */
  void rank(Profile profile, double[] relevance);

  /**
   * Takes the relevance of one movie apart; like {@link Predictor#explain}.
   *
   * @return what is left when all parts are taken away
   */
  double explain(Profile profile, int movie, Parts parts);
}
