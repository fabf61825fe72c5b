package io.reelrecs.grpc;

import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.ScoreCache;
import io.reelrecs.core.score.Scorer;
import java.util.function.Supplier;

/**
 * The current model with a cache of scores before it. All versions share the memory of the cache,
 * and none is answered from what another one left there. Where a score costs less than to look one
 * up, and where there is a scorer without a model, there is no cache.
 *
 * <p>Thread-safe; asked for a model that it gave before it costs two volatile reads.
 */
final class CachedModels implements Supplier<ServedModel> {

  private final Supplier<ServedModel> models;
  private final ScoreCache cache;
  private volatile Pair last;

  CachedModels(Supplier<ServedModel> models, ScoreCache cache) {
    this.models = models;
    this.cache = cache;
  }

  @Override
  public ServedModel get() {
    ServedModel current = models.get();
    Pair known = last;
    return known != null && known.plain == current ? known.cached : renew(current);
  }

  /** Cheap, so that a request may do it; a request that comes late just renews once more. */
  private synchronized ServedModel renew(ServedModel current) {
    if (last == null || last.plain != current) {
      last = new Pair(current, cached(current));
    }
    return last.cached;
  }

  private ServedModel cached(ServedModel served) {
    if (served.model().isEmpty() || isQuick(served.model().get().learned())) {
      return served;
    }
    Model model = served.model().get();
    Scorer caching = cache.over(served.scorer(), model.ratings().scale());
    return served.answeredBy(caching);
  }

  /** Whether scores come from a neighbor graph, which costs less than to look them up. */
  private static boolean isQuick(Learned learned) {
    return learned.users().isEmpty() && learned.movies().isEmpty();
  }

  private record Pair(ServedModel plain, ServedModel cached) {}
}
