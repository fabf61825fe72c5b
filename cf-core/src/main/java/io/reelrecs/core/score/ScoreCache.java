package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/**
 * Remembers answers of scorers: a bounded store of scores by user and movie, which outlives the
 * models that it stands in front of. What one scorer answered is never taken for another's.
 *
 * <p>Takes memory as answers come in, and keeps it; at most what it was given, whatever is put in:
 * a full store drops answers that were not asked for lately. Thread-safe, and never waits.
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
   * @param bytes about how much memory it takes at most, at least 1; there is room for 8 pages
   *     always and for 16 GiB at most. A page of {@value ScoreTable#PAGE_BYTES} bytes holds the
   *     answers for one user and {@value ScoreTable#CELLS} movies that are about equally popular
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
   * for a user by id; all else is passed on. Answers of the scorers that came before it are
   * forgotten by and by. Costs a pass over the movies.
   *
   * @param scorer gives one answer for each user and movie of the model, and always the same; to it
   *     all users that the model does not have are alike, and so are all movies that it does not
   *     have
   * @param model what it answers from. An answer whose value is not what the scale of the model's
   *     ratings makes of its predicted rating is not remembered
   */
  public Scorer over(Scorer scorer, Model model) {
    Objects.requireNonNull(scorer, "scorer");
    Objects.requireNonNull(model, "model");
    synchronized (this) {
      if (generation == ScoreTable.MAX_GENERATION) {
        table = new ScoreTable(bytes);
        generation = 0;
      }
      generation++;
      return new CachingScorer(scorer, model, this, table, generation);
    }
  }

  void count(int found, int missed) {
    hits.add(found);
    misses.add(missed);
  }

  /** What it has done since it was made. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(hits.sum(), misses.sum(), table.capacity());
  }

  /**
   * Counts, which only grow, and the size of a cache.
   *
   * @param hits answers that were found in it
   * @param misses answers that were looked for in vain
   * @param capacity the most answers that it holds, were each page full
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
