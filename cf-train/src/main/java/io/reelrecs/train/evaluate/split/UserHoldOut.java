package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * Some of each user's ratings held out: so many, or such a share.
 *
 * <p>The assignment: of the ratings that stay (as in {@link KFold}) those of a user are numbered in
 * file order, the numbers shuffled by {@code SplitMix64.stream(seed, user id)}, and those at the
 * first positions held out: the count, or {@code round(fraction n)} of the user's {@code n}, but
 * always at most {@code n - 1}, so that nobody is without training ratings.
 *
 * <p>Immutable and thread-safe.
 */
public final class UserHoldOut implements Splits {

  private final RatingTable ratings;
  private final double fraction;
  private final int count;
  private final long seed;

  private UserHoldOut(RatingTable ratings, double fraction, int count, long seed) {
    this.ratings = Rows.settled(ratings);
    this.fraction = fraction;
    this.count = count;
    this.seed = seed;
  }

  /**
   * Holds out a share of each user's ratings.
   *
   * @param fraction in {@code (0, 1)}
   * @param seed any number
   * @throws IllegalArgumentException if the fraction is out of range
   */
  public static UserHoldOut ofFraction(RatingTable ratings, double fraction, long seed) {
    Fraction.check("fraction", fraction);
    return new UserHoldOut(ratings, fraction, 0, seed);
  }

  /**
   * Holds out some ratings of each user.
   *
   * @param count at least 1
   * @param seed any number
   * @throws IllegalArgumentException if the count is out of range
   */
  public static UserHoldOut ofCount(RatingTable ratings, int count, long seed) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, actual: " + count);
    }
    return new UserHoldOut(ratings, 0, count, seed);
  }

  @Override
  public String describe() {
    String what = count > 0 ? Integer.toString(count) : Double.toString(fraction);
    return "per-user hold-out of " + what + ", seed " + seed;
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Split split(int i) {
    Objects.checkIndex(i, 1);
    UserRows byUser = UserRows.of(ratings);
    boolean[] held = new boolean[ratings.size()];
    for (int user = 0; user < byUser.users().size(); user++) {
      int n = byUser.count(user);
      int[] order = Rows.numbers(n);
      SplitMix64.stream(seed, byUser.users().idAt(user)).shuffle(order);
      int wanted = count > 0 ? count : Fraction.of(fraction, n);
      for (int p = 0; p < Math.min(wanted, n - 1); p++) {
        held[byUser.rowAt(byUser.start(user) + order[p])] = true;
      }
    }
    return new Split(
        "hold-out", Rows.where(ratings, row -> !held[row]), Rows.where(ratings, row -> held[row]));
  }
}
