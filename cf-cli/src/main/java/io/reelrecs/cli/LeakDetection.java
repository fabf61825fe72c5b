package io.reelrecs.cli;

/**
 * Turns off the transport's search for lost buffers, which keeps the stack of every 128th one that
 * is taken: a help to those who develop a transport, and a few parts in a hundred of a quick
 * request. Whoever sets its property gets it.
 */
final class LeakDetection {

  static final String PROPERTY = "io.grpc.netty.shaded.io.netty.leakDetection.level";

  private LeakDetection() {}

  /** To be called before the first server is made: the transport reads it once. */
  static void off() {
    if (System.getProperty(PROPERTY) == null) {
      System.setProperty(PROPERTY, "disabled");
    }
  }
}
