package io.reelrecs.train.ratings;

import io.reelrecs.core.ids.IdIndex;
import java.util.ArrayList;
import java.util.List;

/**
 * Ratings as columns: user, movie, rating and timestamp, in the order in which they were added.
 *
 * <p>Ids are the unsigned 32-bit numbers of the wire contract. Ratings are finite floats on any
 * scale. Timestamps are seconds since 1970, or whatever the source counts; 0 where it has none.
 * Nothing is merged: a pair that was rated twice is here twice.
 *
 * <p>A rating takes 12 bytes, 16 with a timestamp of 32 bits, as seconds are until 2038, and 20
 * with a longer one. The columns are kept in blocks, so that a growing table does not copy what it
 * has. Immutable and thread-safe; reading an element is two array reads.
 */
public final class RatingTable {

  private static final int BLOCK_BITS = 16;
  private static final int BLOCK_ROWS = 1 << BLOCK_BITS;

  /** Where the first block begins to grow eightfold, so that a small table is small. */
  private static final int FIRST_ROWS = BLOCK_ROWS >> 6;

  private static final int BLOCK_MASK = BLOCK_ROWS - 1;

  private final RatingBlock[] blocks;
  private final int size;

  private RatingTable(RatingBlock[] blocks, int size) {
    this.blocks = blocks;
    this.size = size;
  }

  /** A builder of an empty table. */
  public static Builder builder() {
    return new Builder();
  }

  /** The number of ratings. */
  public int size() {
    return size;
  }

  /**
   * The user of a rating, an external id.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  public long userAt(int i) {
    return Integer.toUnsignedLong(blocks[i >> BLOCK_BITS].users[i & BLOCK_MASK]);
  }

  /**
   * The movie of a rating, an external id.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  public long movieAt(int i) {
    return Integer.toUnsignedLong(blocks[i >> BLOCK_BITS].movies[i & BLOCK_MASK]);
  }

  /**
   * The rating itself; finite.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  public float ratingAt(int i) {
    return blocks[i >> BLOCK_BITS].ratings[i & BLOCK_MASK];
  }

  /**
   * The time of a rating, 0 where the source has none.
   *
   * @throws IndexOutOfBoundsException if {@code i} is not in {@code [0, size())}
   */
  public long timestampAt(int i) {
    return blocks[i >> BLOCK_BITS].timestampAt(i & BLOCK_MASK);
  }

  /** Collects the ratings of a table. Not thread-safe. */
  public static final class Builder {

    private final List<RatingBlock> full = new ArrayList<>();
    private RatingBlock block = new RatingBlock(FIRST_ROWS);
    private int rows;

    private Builder() {}

    /** The number of ratings so far. */
    public int size() {
      return full.size() * BLOCK_ROWS + rows;
    }

    /**
     * Adds a rating.
     *
     * @param user external id, {@code 0 .. 4294967295}
     * @param movie external id, {@code 0 .. 4294967295}
     * @param rating finite
     * @param timestamp any number, 0 for none
     * @return this
     * @throws IllegalArgumentException if an id is out of range or the rating is not finite
     * @throws IllegalStateException if the table is full, at 2<sup>31</sup> - 65536 ratings
     */
    public Builder add(long user, long movie, float rating, long timestamp) {
      checkId("user", user);
      checkId("movie", movie);
      if (!Float.isFinite(rating)) {
        throw new IllegalArgumentException("rating must be finite, actual: " + rating);
      }
      append((int) user, (int) movie, rating, timestamp);
      return this;
    }

    private static void checkId(String name, long id) {
      if (id < 0 || id > IdIndex.MAX_ID) {
        throw new IllegalArgumentException(
            name + " must be in [0, " + IdIndex.MAX_ID + "], actual: " + id);
      }
    }

    /** Adds a rating that is known to be valid; the ids are their low 32 bits. */
    void append(int user, int movie, float rating, long timestamp) {
      if (rows == block.capacity()) {
        makeRoom();
      }
      block.set(rows++, user, movie, rating, timestamp);
    }

    /** Adds what another builder has collected. */
    void append(Builder other) {
      for (RatingBlock each : other.full) {
        append(each, BLOCK_ROWS);
      }
      append(other.block, other.rows);
    }

    private void append(RatingBlock other, int count) {
      for (int from = 0; from < count; ) {
        if (rows == block.capacity()) {
          makeRoom();
        }
        int piece = Math.min(count - from, block.capacity() - rows);
        block.set(rows, other, from, piece);
        rows += piece;
        from += piece;
      }
    }

    /** Forgets what was added, but keeps room for as much. Tables that were built do not change. */
    void clear() {
      full.clear();
      rows = 0;
    }

    private void makeRoom() {
      if (rows < BLOCK_ROWS) {
        block = block.copy(rows, 8 * rows);
        return;
      }
      if (full.size() + 1 == Integer.MAX_VALUE >> BLOCK_BITS) {
        throw new IllegalStateException("a table holds at most " + size() + " ratings");
      }
      full.add(block);
      block = new RatingBlock(BLOCK_ROWS);
      rows = 0;
    }

    /** The table of what was added so far. The builder may go on after that. */
    public RatingTable build() {
      RatingBlock[] blocks = full.toArray(new RatingBlock[full.size() + 1]);
      blocks[full.size()] = block.copy(rows, rows);
      return new RatingTable(blocks, size());
    }
  }
}
