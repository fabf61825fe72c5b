package io.reelrecs.cli.bench;

import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;

/** A piece of work that is timed again and again. */
@FunctionalInterface
interface Work {

  /** Does it once, and returns what came of it, so that nothing of it can be left out. */
  Object run() throws BadDataException, IOException;

  /** Clears up after each time; not timed. */
  default void clear() throws IOException {}
}
