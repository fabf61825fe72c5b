package io.reelrecs.grpc;

import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.util.ArrayList;
import java.util.List;

/** A scorer made of one function; its batch is that function one by one. */
@FunctionalInterface
interface ToyScorer extends Scorer {

  /** The value in {@code [0, 1]} of one movie for one user. */
  double value(long userId, long movieId);

  @Override
  default Score score(long userId, long movieId) {
    return of(value(userId, movieId));
  }

  /** An answer with that value. */
  static Score of(double value) {
    return new Score(value, 1 + 4 * value, ScoreSource.NEIGHBORS, 7);
  }

  @Override
  default Scores score(long userId, long[] movieIds) {
    List<Score> scores = new ArrayList<>();
    for (long movieId : movieIds) {
      scores.add(score(userId, movieId));
    }
    return Scores.of(scores);
  }

  @Override
  default Recommendations recommend(long userId, int n) {
    throw new UnsupportedOperationException("not part of the service");
  }
}
