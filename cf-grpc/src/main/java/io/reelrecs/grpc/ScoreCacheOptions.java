package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreCache;
import java.util.Optional;

/**
 * The cache of scores of a server.
 *
 * @param mebibytes how much memory it takes by and by, in units of 2<sup>20</sup> bytes, but never
 *     more than a fifth of what the heap may grow to; 0 for no cache. One holds up to 96,000 scores
 */
public record ScoreCacheOptions(int mebibytes) {

  /** Just below the 16 GiB that a cache takes at most. */
  public static final int MAX_MEBIBYTES = 16_383;

  /** No cache. */
  public static final ScoreCacheOptions OFF = new ScoreCacheOptions(0);

  /** The cache takes at most one part in so many of what the heap may grow to. */
  public static final int SHARE_OF_HEAP = 5;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is not in {@code [0, 16383]}
   */
  public ScoreCacheOptions {
    if (mebibytes < 0 || mebibytes > MAX_MEBIBYTES) {
      throw new IllegalArgumentException(
          "scoreCache must be in [0, " + MAX_MEBIBYTES + "] MiB, actual: " + mebibytes);
    }
  }

  /** The bytes that it takes at most in this Java; 0 for no cache. */
  public long bytes() {
    return Math.min((long) mebibytes << 20, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
  }

  /** A cache of that size, where there is to be one; empty. */
  Optional<ScoreCache> open() {
    if (mebibytes == 0) {
      return Optional.empty();
    }
    return Optional.of(new ScoreCache(bytes()));
  }
}
