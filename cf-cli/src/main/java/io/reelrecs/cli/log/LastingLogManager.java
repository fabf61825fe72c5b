package io.reelrecs.cli.log;

import java.util.logging.LogManager;

/**
 * A manager of logs that keeps them open when the JVM is told to stop. The JDK's closes them in a
 * shutdown hook, that is at the same time as the requests under way are finished, and what these
 * log would be lost. Public for the JDK, which makes it by its name; not for use.
 */
public final class LastingLogManager extends LogManager {

  private static volatile boolean lasting;

  /** Made once, by the JDK. */
  public LastingLogManager() {}

  /** From now on logs stay open. */
  static void last() {
    lasting = true;
  }

  @Override
  public void reset() {
    if (!lasting) {
      super.reset();
    }
  }
}
