/** Reading ratings, training models, and the data sets to train on. */
module io.reelrecs.train {
  requires transitive io.reelrecs.core;

  exports io.reelrecs.train;
  exports io.reelrecs.train.catalog;
  exports io.reelrecs.train.ratings;
}
