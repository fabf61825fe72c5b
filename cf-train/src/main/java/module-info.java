/** Reading ratings, training models, and the data sets to train on. */
module io.reelrecs.train {
  requires transitive io.reelrecs.core;
  requires java.net.http;

  exports io.reelrecs.train;
  exports io.reelrecs.train.blend;
  exports io.reelrecs.train.catalog;
  exports io.reelrecs.train.data;
  exports io.reelrecs.train.evaluate;
  exports io.reelrecs.train.evaluate.significance;
  exports io.reelrecs.train.evaluate.split;
  exports io.reelrecs.train.heap;
  exports io.reelrecs.train.random;
  exports io.reelrecs.train.ranking;
  exports io.reelrecs.train.ratings;
  exports io.reelrecs.train.tune;
  exports io.reelrecs.train.regression;
  exports io.reelrecs.train.report;
}
