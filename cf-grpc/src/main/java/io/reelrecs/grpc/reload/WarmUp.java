package io.reelrecs.grpc.reload;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Blend;
import io.reelrecs.core.score.BlendFeatures;
import io.reelrecs.core.score.BlendWeights;
import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.grpc.ServedModel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks a model what clients will ask, before they do: users and movies from all over it, in batches
 * as requests have them, now and then a recommendation and a user given by ratings. It brings the
 * code to be compiled and the model into the caches, and finds out that the model answers at all.
 */
final class WarmUp {

  /** Requests to the first model: enough for the code of a batch to have been compiled. */
  static final int FIRST = 3_000;

  /** Requests to a later one, whose code runs already. */
  static final int LATER = 300;

  private static final int CANDIDATES = 200;

  /** One request in so many asks for what costs more than scores. */
  private static final int RARE = 100;

  private static final int RECOMMENDED = 20;
  private static final int RATED = 20;

  /** Coprime to the size of about any model, so that steps of it come everywhere. */
  private static final long STEP = 7_919;

  private final Model model;
  private final Scorer scorer;
  private final Blend blend = new Blend(BlendWeights.DEFAULT, FeatureRange.RESCALE);

  private WarmUp(Model model, Scorer scorer) {
    this.model = model;
    this.scorer = scorer;
  }

  /**
   * Warms a model with so many requests, and for so long at most.
   *
   * @param between is run between requests; it may wait
   * @throws IllegalStateException if its answers are none
   */
  static void run(ServedModel served, int requests, Duration most, Runnable between) {
    if (served.model().isEmpty() || most.isZero()) {
      return;
    }
    WarmUp warmUp = new WarmUp(served.model().get(), served.scorer());
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      warmUp.ask(i);
      between.run();
      if (System.nanoTime() - start >= most.toNanos()) {
        return;
      }
    }
  }

  private void ask(int request) {
    long user = user(request);
    long[] movies = movies(request, CANDIDATES);
    Scores scores = scorer.score(user, movies);
    if (scores.size() != movies.length) {
      throw new IllegalStateException(
          "the model answered " + scores.size() + " of " + movies.length + " candidates");
    }
    for (float score : blend.blend(scores, new NoFeatures(movies.length)).scores()) {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalStateException("the model answered " + score + " for user " + user);
      }
    }
    if (request % RARE == 0 && movies.length > 0) {
      scorer.score(user, movies[0]);
      scorer.recommend(user, RECOMMENDED);
      scorer.score(rated(movies), movies);
    }
  }

  private long user(int request) {
    int users = model.users().size();
    return users == 0 ? 0 : model.users().idAt((int) (request * STEP % users));
  }

  private long[] movies(int request, int size) {
    int movies = model.movies().size();
    long[] ids = new long[movies == 0 ? 0 : size];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = model.movies().idAt((int) ((request + i * STEP) % movies));
    }
    return ids;
  }

  private RatedMovies rated(long[] movies) {
    Map<Long, Double> ratings = new HashMap<>();
    for (int i = 0; i < Math.min(RATED, movies.length); i++) {
      ratings.put(
          movies[i], i % 2 == 0 ? model.ratings().scale().lo() : model.ratings().scale().hi());
    }
    return RatedMovies.of(ratings);
  }

  /** Features that are all 0. */
  private record NoFeatures(int size) implements BlendFeatures {
    @Override
    public float genreOverlap(int candidate) {
      return 0;
    }

    @Override
    public float collaborative(int candidate) {
      return 0;
    }

    @Override
    public float popularityPercentile(int candidate) {
      return 0;
    }

    @Override
    public float yearPreference(int candidate) {
      return 0;
    }
  }
}
