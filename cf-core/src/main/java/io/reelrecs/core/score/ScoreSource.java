package io.reelrecs.core.score;

/** Where a {@link Score} came from, from most to least personal. */
public enum ScoreSource {
  /** Ratings of the user's neighbors; {@link Score#support()} says how many. */
  NEIGHBORS,
  /** The movie's bias, with the user's where the user is known: no neighbor rated the movie. */
  MOVIE_BASELINE,
  /** The user's bias: the movie is unknown, or nobody rated it. */
  USER_BASELINE,
  /** The mean of all ratings: neither the user nor the movie has one. */
  GLOBAL_MEAN
}
