package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingScale;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * Remembers answers of scorers: a bounded store of scores by user and movie, which outlives the
 * models that it stands in front of. What one scorer answered is never taken for another's.
 *
 * <p>Takes its memory when it is made and no more, whatever is put in: a full store drops old
 * answers for new ones. Thread-safe, and never waits.
 */
public final class ScoreCache {

  private final long bytes;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  private ScoreTable table;
  private int generation;

  /**
   * An empty cache.
   *
   * @param bytes about how much memory it takes, at least 1; one answer takes {@value
   *     ScoreTable#SLOT_BYTES} bytes, and a cache holds at least 4 and at most 700 million
   * @throws IllegalArgumentException if {@code bytes} is less than 1
   */
  public ScoreCache(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes must be >= 1, actual: " + bytes);
    }
    this.bytes = bytes;
    table = new ScoreTable(bytes);
  }

  /**
   * A scorer that answers what {@code scorer} answers, bit for bit, from this cache where it can.
   * Looks up a batch in one pass and passes on what is missing as one batch. Remembered are answers
   * for a user by id, where user and movie id are below 2<sup>32</sup>; all else is passed on.
   * Answers of the scorers that came before it are forgotten by and by.
   *
   * @param scorer gives one answer for each user and movie, and always the same
   * @param scale the scale that its values were normalized by; an answer whose value is not what
   *     this scale makes of its predicted rating is not remembered
   */
  public Scorer over(Scorer scorer, RatingScale scale) {
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(scale, "scale");
    synchronized (this) {
      if (generation == ScoreTable.MAX_GENERATION) {
        table = new ScoreTable(bytes);
        generation = 0;
      }
      generation++;
      return new CachingScorer(scorer, scale, this, table, generation);
    }
  }

  void count(int found, int missed) {
    hits.add(found);
    misses.add(missed);
  }

  /** What it has done since it was made. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(hits.sum(), misses.sum(), table.slots());
  }

  /**
   * Counts, which only grow, and the size of a cache.
   *
   * @param hits answers that were found in it
   * @param misses answers that were looked for in vain
   * @param capacity the most answers that it holds
   */
  public record Snapshot(long hits, long misses, long capacity) {

    /** Where there is no cache. */
    public static final Snapshot NONE = new Snapshot(0, 0, 0);

    /** The share of answers that were found, in {@code [0, 1]}; 0 before the first. */
    public double hitRate() {
      return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
    }
  }
}
