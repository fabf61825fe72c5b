package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreCache;
import java.util.function.Supplier;

/**
 * The current model with a cache of scores before it. All versions share the memory of the cache,
 * and none is answered from what another one left there. Where there is a scorer without a model,
 * there is no cache.
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
    return served
        .model()
        .map(model -> served.answeredBy(cache.over(served.scorer(), model)))
        .orElse(served);
  }

  private record Pair(ServedModel plain, ServedModel cached) {}
}
