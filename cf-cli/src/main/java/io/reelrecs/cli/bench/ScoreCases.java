package io.reelrecs.cli.bench;

import io.reelrecs.cli.bench.BenchResult.Fact;
import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.Recipe;
import java.util.List;
import java.util.SplittableRandom;

/** Scoring random movies of the catalog for random users of a model. */
final class ScoreCases {

  /** How many candidates a call has. */
  static final List<Integer> CANDIDATES = List.of(1, 200);

  private static final long SEED = 20_261_125;

  /** So many calls are drawn, and made in turn: more than caches hold; a power of two. */
  private static final int CALLS = 1 << 12;

  private static final int SINGLE_CALLS = 1 << 16;

  private final Model model;
  private final Scorer scorer;
  private final Recipe recipe;

  private int next;

  ScoreCases(Model model, Recipe recipe) {
    this.model = model;
    this.scorer = Scorer.of(model);
    this.recipe = recipe;
  }

  /** Calls of so many candidates: of one by {@code score(user, movie)}, of more as a batch. */
  Work work(int candidates) {
    SplittableRandom random = new SplittableRandom(SEED);
    long[] users = draw(model.users(), SINGLE_CALLS, random);
    if (candidates == 1) {
      long[] movies = draw(model.movies(), SINGLE_CALLS, random);
      return () -> {
        int i = next++ & (SINGLE_CALLS - 1);
        return scorer.score(users[i], movies[i]);
      };
    }
    long[][] batches = new long[CALLS][];
    for (int i = 0; i < CALLS; i++) {
      batches[i] = draw(model.movies(), candidates, random);
    }
    return () -> {
      int i = next++ & (CALLS - 1);
      return scorer.score(users[i], batches[i]);
    };
  }

  private static long[] draw(IdIndex ids, int count, SplittableRandom random) {
    long[] drawn = new long[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = ids.idAt(random.nextInt(ids.size()));
    }
    return drawn;
  }

  List<Fact> facts(int candidates) {
    return List.of(
        new Fact(
            "candidates", candidates, candidates == 1 ? "1 candidate" : candidates + " candidates"),
        new Fact("algorithm", recipe.text(), recipe.text()));
  }
}
