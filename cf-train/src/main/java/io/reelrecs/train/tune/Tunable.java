package io.reelrecs.train.tune;

import io.reelrecs.train.evaluate.Contender;

/** Something that has parameters, such as an algorithm. Implementations are thread-safe. */
public interface Tunable {

  /**
   * What it is, in words; a search is gone on with only if they are the same. Where the program may
   * change, its version belongs in here.
   */
  String name();

  /** The parameters to search. */
  SearchSpace space();

  /**
   * The contender with these parameters. What this or the contender throws counts as a failure of
   * this point alone.
   */
  Contender at(Point point);
}
