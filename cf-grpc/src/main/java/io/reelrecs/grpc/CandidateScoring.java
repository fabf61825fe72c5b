package io.reelrecs.grpc;

import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scores;
import io.reelrecs.grpc.load.AbandonedException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Scores all candidates of a request whatever the scorer does: in one batch, or one by one when the
 * batch fails, so that one bad candidate costs no other its score. A failure is logged once per
 * request. An answer of the wrong size, or with a value outside {@code [0, 1]}, is a failure too.
 *
 * <p>Thread-safe.
 */
final class CandidateScoring {

  private static final System.Logger LOG = System.getLogger(CandidateScoring.class.getName());

  /** Stands where scoring failed; never shown to a client. */
  private static final Score FAILED = new Score(0, 0, ScoreSource.GLOBAL_MEAN, 0);

  private final ModelQueries model;

  CandidateScoring(ModelQueries model) {
    this.model = model;
  }

  ScoredCandidates score(long userId, long[] movieIds) {
    RuntimeException batchFailure;
    try {
      return new ScoredCandidates(model.score(Asker.of(userId), movieIds), new BitSet());
    } catch (RuntimeException e) {
      batchFailure = e;
    }
    return oneByOne(userId, movieIds, batchFailure);
  }

  private ScoredCandidates oneByOne(long userId, long[] movieIds, RuntimeException batchFailure) {
    List<Score> scores = new ArrayList<>(movieIds.length);
    BitSet failed = new BitSet(movieIds.length);
    RuntimeException first = null;
    for (int i = 0; i < movieIds.length; i++) {
      AbandonedException.check();
      Score score = FAILED;
      try {
        score = model.score(userId, movieIds[i]);
      } catch (RuntimeException e) {
        failed.set(i);
        first = first == null ? e : first;
      }
      scores.add(score);
    }
    LOG.log(
        Level.WARNING,
        "Scoring "
            + movieIds.length
            + " candidates of user "
            + userId
            + " in one batch failed; one by one "
            + failed.cardinality()
            + " of them failed and got the default score. First cause follows.",
        first == null ? batchFailure : first);
    return new ScoredCandidates(Scores.of(scores), failed);
  }
}
