package io.reelrecs.core.score;

import java.util.List;

/** Predicts ratings, by dense indexes. Implementations are immutable and thread-safe. */
interface Predictor {

  /**
   * Predicts what a user would give to some movies.
   *
   * @param movie dense indexes, -1 for an unknown movie; at least as many as there are answers
   * @param answers filled, one answer for each, in order
   */
  void predict(Profile profile, int[] movie, Scores answers);

  /**
   * Takes the prediction for one movie apart.
   *
   * @param movie a dense index, of a movie that somebody rated
   * @param parts what it is made of is added to these, in the units of the ratings
   * @return what is left when all parts are taken away
   */
  double explain(Profile profile, int movie, Parts parts);

  /** What an answer is made of: influences by dense indexes. */
  record Parts(List<Part> users, List<Part> movies) {}

  /**
   * One of them.
   *
   * @param index dense index of a user or movie
   * @param similarity how similar it is to the user, or to the movie that is predicted
   * @param rating the rating that it brings in
   * @param contribution what it adds
   */
  record Part(int index, double similarity, double rating, double contribution) {}
}
