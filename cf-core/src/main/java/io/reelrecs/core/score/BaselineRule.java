package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;

/** What is answered where neighbors have nothing to say: as much of the baseline as is known. */
final class BaselineRule {

  private final Baseline baseline;
  private final RatingMatrix ratings;

  BaselineRule(Model model) {
    baseline = model.baseline();
    ratings = model.ratings();
  }

  /** Whether somebody rated the movie. */
  boolean rated(int movie) {
    return movie >= 0 && ratings.columnLength(movie) > 0;
  }

  /** {@code mean + user bias + movie bias}, each where it is known. */
  double predict(Profile profile, int movie) {
    double predicted = baseline.mean();
    if (profile.known()) {
      predicted += profile.bias;
    }
    return rated(movie) ? predicted + baseline.movieBias(movie) : predicted;
  }

  /** What that rests on. */
  ScoreSource source(Profile profile, int movie) {
    if (rated(movie)) {
      return ScoreSource.MOVIE_BASELINE;
    }
    return profile.known() ? ScoreSource.USER_BASELINE : ScoreSource.GLOBAL_MEAN;
  }
}
