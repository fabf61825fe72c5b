package io.reelrecs.grpc;

import io.reelrecs.core.score.ScoreCache;
import java.util.Optional;

/**
 * The cache of scores of a server.
 *
 * @param mebibytes how much memory it takes, in units of 2<sup>20</sup> bytes; 0 for no cache. 64
 *     by default, which holds 2.8 million scores
 */
public record ScoreCacheOptions(int mebibytes) {

  /** What one array can hold. */
  public static final int MAX_MEBIBYTES = 16_383;

  /** 64 MiB. */
  public static final ScoreCacheOptions DEFAULT = new ScoreCacheOptions(64);

  /** No cache. */
  public static final ScoreCacheOptions OFF = new ScoreCacheOptions(0);

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

  /** A cache of that size, where there is to be one. */
  Optional<ScoreCache> open() {
    return mebibytes == 0 ? Optional.empty() : Optional.of(new ScoreCache((long) mebibytes << 20));
  }
}
