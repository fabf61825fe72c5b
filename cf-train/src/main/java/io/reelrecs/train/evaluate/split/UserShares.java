package io.reelrecs.train.evaluate.split;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;
import java.util.List;

/**
 * Growing shares of the users of one split, each user with all ratings, to train on and to be asked
 * for: what a quick look at fewer people would have said.
 *
 * <p>The users of both sides, ascending, are numbered, the numbers shuffled by {@code new
 * SplitMix64(seed).shuffle}, and share {@code f} is the users at the first {@code round(f n)}
 * positions, at least one: each share contains the smaller ones, and share 1 is the split itself.
 *
 * <p>Whole users, because neighbors are found by what two users both rated: of a user with half of
 * the ratings a quarter of that is left. Split {@code i} of the result is share {@code i}, and the
 * mean over its splits says nothing. Immutable and thread-safe.
 */
public final class UserShares implements Splits {

  private final Split whole;
  private final List<Double> shares;
  private final long[] users;

  private UserShares(Split whole, List<Double> shares, long[] users) {
    this.whole = whole;
    this.shares = shares;
    this.users = users;
  }

  /**
   * Shares of a split.
   *
   * @param shares each in {@code (0, 1]}; at least one
   * @param seed any number
   * @throws IllegalArgumentException if a share is out of range or there is none
   */
  public static UserShares of(Split whole, List<Double> shares, long seed) {
    if (shares.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one share");
    }
    for (double share : shares) {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("share must be in (0, 1], actual: " + share);
      }
    }
    long[] ascending = users(whole);
    int[] order = Rows.numbers(ascending.length);
    new SplitMix64(seed).shuffle(order);
    long[] users = new long[order.length];
    for (int p = 0; p < order.length; p++) {
      users[p] = ascending[order[p]];
    }
    return new UserShares(whole, List.copyOf(shares), users);
  }

  /** The users of both sides of a split, ascending and distinct. */
  public static long[] users(Split split) {
    int train = split.train().size();
    long[] ids = new long[train + split.test().size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = i < train ? split.train().userAt(i) : split.test().userAt(i - train);
    }
    return IdIndex.of(ids).toArray();
  }

  @Override
  public String describe() {
    return "shares of the users of " + whole.name();
  }

  @Override
  public int size() {
    return shares.size();
  }

  @Override
  public Split split(int i) {
    double share = shares.get(i);
    if (share == 1) {
      return whole;
    }
    int count = Math.max(1, Fraction.of(share, users.length));
    long[] kept = Arrays.copyOf(users, count);
    Arrays.sort(kept);
    return new Split(
        whole.name() + ", " + count + " of its " + users.length + " users",
        of(whole.train(), kept),
        of(whole.test(), kept),
        whole.relevance(),
        whole.candidates());
  }

  private static RatingTable of(RatingTable table, long[] ascending) {
    return Rows.where(table, row -> Arrays.binarySearch(ascending, table.userAt(row)) >= 0);
  }
}
