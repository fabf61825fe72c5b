package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import java.io.IOException;
import java.util.Optional;

/**
 * Whom an answer is for: a user by id, or one who is given by ratings.
 *
 * @param id the user's id, not looked at where there are ratings
 * @param rated what the user rated, where that is all that is known
 */
record Asker(long id, Optional<RatedMovies> rated) {

  /** A user by id. */
  static Asker of(long id) {
    return new Asker(id, Optional.empty());
  }

  Scores score(Scorer scorer, long[] movies) {
    return rated.isPresent() ? scorer.score(rated.get(), movies) : scorer.score(id, movies);
  }

  Recommendations recommend(Scorer scorer, int n) {
    return rated.isPresent() ? scorer.recommend(rated.get(), n) : scorer.recommend(id, n);
  }

  Explanation explain(Scorer scorer, long movie) {
    return rated.isPresent() ? scorer.explain(rated.get(), movie) : scorer.explain(id, movie);
  }

  /** The id, or "new" for a user without one. */
  String label() {
    return rated.isPresent() ? "new" : Long.toString(id);
  }

  /** Writes the field {@code user}: the id, or null for a user without one. */
  void writeJson(JsonWriter json) throws IOException {
    json.name("user");
    if (rated.isPresent()) {
      json.nullValue();
    } else {
      json.value(id);
    }
  }
}
