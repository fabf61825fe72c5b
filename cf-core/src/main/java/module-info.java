/**
 * Collaborative filtering: the rating matrix, the cosine search, scoring and the model file.
 *
 * <p>Needs nothing but the JDK. Where the module {@code jdk.incubator.vector} is resolved as well,
 * the search runs on vector registers.
 */
module io.reelrecs.core {
  requires static jdk.incubator.vector;

  exports io.reelrecs.core.file;
  exports io.reelrecs.core.ids;
  exports io.reelrecs.core.matrix;
  exports io.reelrecs.core.model;
  exports io.reelrecs.core.score;
  exports io.reelrecs.core.search;
  exports io.reelrecs.core.store;
  exports io.reelrecs.core.topk;
}
