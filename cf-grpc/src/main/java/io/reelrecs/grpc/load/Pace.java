package io.reelrecs.grpc.load;

/**
 * How long a piece of work takes of late: an average that forgets. Updates of several threads at
 * once may get lost, which an average survives.
 */
final class Pace {

  /** One in so many counts: the average of about the last 64 pieces. */
  private static final int MEMORY = 64;

  private volatile long nanos;

  void took(long piece) {
    long old = nanos;
    nanos = old + (piece - old) / MEMORY;
  }

  long nanos() {
    return nanos;
  }
}
