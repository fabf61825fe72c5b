/** Collaborative filtering: rating matrix, cosine search, scoring and the model file. */
module io.reelrecs.core {
  requires static jdk.incubator.vector;

  exports io.reelrecs.core.ids;
  exports io.reelrecs.core.model;
  exports io.reelrecs.core.score;
}
