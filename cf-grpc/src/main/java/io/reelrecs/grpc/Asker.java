package io.reelrecs.grpc;

import io.reelrecs.core.score.RatedMovies;
import java.util.Optional;

/**
 * Whom an answer is for.
 *
 * @param id the user's id, not looked at where there are ratings
 * @param rated what the user rated, where that is what is known
 */
record Asker(long id, Optional<RatedMovies> rated) {

  static Asker of(long id) {
    return new Asker(id, Optional.empty());
  }

  static Asker of(RatedMovies rated) {
    return new Asker(0, Optional.of(rated));
  }
}
