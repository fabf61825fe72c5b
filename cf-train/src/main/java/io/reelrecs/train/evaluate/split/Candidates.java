package io.reelrecs.train.evaluate.split;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * For each user the set of movies to rank, ascending by id.
 *
 * <p>Immutable and thread-safe; 8 bytes a candidate.
 */
public final class Candidates {

  private static final long[] NONE = {};

  private final Map<Long, long[]> byUser;

  private Candidates(Map<Long, long[]> byUser) {
    this.byUser = byUser;
  }

  /** A builder of no candidates. */
  public static Builder builder() {
    return new Builder();
  }

  /** The movies to rank for a user, ascending and distinct; none for an unknown user; a copy. */
  public long[] of(long user) {
    return byUser.getOrDefault(user, NONE).clone();
  }

  /** The number of users who have candidates. */
  public int users() {
    return byUser.size();
  }

  /** Collects candidates. Not thread-safe. */
  public static final class Builder {

    private final Map<Long, long[]> byUser = new HashMap<>();

    private Builder() {}

    /**
     * Adds movies to a user's candidates; those that are there already count once.
     *
     * @return this
     */
    public Builder add(long user, long... movies) {
      long[] known = byUser.getOrDefault(user, NONE);
      long[] all = Arrays.copyOf(known, known.length + movies.length);
      System.arraycopy(movies, 0, all, known.length, movies.length);
      byUser.put(user, Arrays.stream(all).sorted().distinct().toArray());
      return this;
    }

    /** The candidates so far. */
    public Candidates build() {
      return new Candidates(Map.copyOf(byUser));
    }
  }
}
