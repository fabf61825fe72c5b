package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;
import java.util.Optional;

/**
 * One rating of each user held out, to be found again among all movies that the user has not rated,
 * or among sampled ones.
 *
 * <p>Which one: where the table has at least two different timestamps, the user's latest, and of
 * several at that time the last in the table; else the timestamps say nothing, and of the user's
 * ratings (those that stay as in {@link KFold}, in file order) number {@code
 * SplitMix64.stream(seed, user id).nextInt(n)} is taken. A user with one rating keeps it and is not
 * tested. Any rating counts as a hit, whatever its stars.
 *
 * <p>Sampled negatives are drawn by {@code SplitMix64.stream(~seed, user id)} among the movies that
 * anybody rated and the user did not, uniformly and without repeats; where there are fewer, all of
 * them. Sampled metrics need not order algorithms as full ranking does (Krichene and Rendle, "On
 * Sampled Metrics for Item Recommendation", KDD 2020).
 *
 * <p>Immutable and thread-safe.
 */
public final class LeaveOneOut implements Splits {

  private final RatingTable ratings;
  private final int negatives;
  private final long seed;
  private final boolean byTime;

  private LeaveOneOut(RatingTable ratings, int negatives, long seed) {
    this.ratings = Rows.settled(ratings);
    this.negatives = negatives;
    this.seed = seed;
    this.byTime = hasTimes(this.ratings);
  }

  /**
   * Leave-one-out over these ratings.
   *
   * @param negatives sampled movies to rank beside the one held out, or 0 for the full ranking
   * @param seed any number
   * @throws IllegalArgumentException if {@code negatives} is less than 0
   */
  public static LeaveOneOut of(RatingTable ratings, int negatives, long seed) {
    if (negatives < 0) {
      throw new IllegalArgumentException("negatives must be >= 0, actual: " + negatives);
    }
    return new LeaveOneOut(ratings, negatives, seed);
  }

  private static boolean hasTimes(RatingTable ratings) {
    for (int i = 1; i < ratings.size(); i++) {
      if (ratings.timestampAt(i) != ratings.timestampAt(0)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the latest rating of a user is held out rather than a random one. */
  public boolean byTime() {
    return byTime;
  }

  @Override
  public String describe() {
    return "leave-one-out of the "
        + (byTime ? "latest rating" : "random rating, seed " + seed)
        + (negatives > 0 ? ", " + negatives + " sampled negatives, seed " + seed : "");
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
    NegativeSampler sampler = negatives > 0 ? new NegativeSampler(ratings, byUser) : null;
    Candidates.Builder candidates = Candidates.builder();
    for (int user = 0; user < byUser.users().size(); user++) {
      if (byUser.count(user) > 1) {
        int row = byUser.rowAt(byTime ? latest(byUser, user) : random(byUser, user));
        held[row] = true;
        if (sampler != null) {
          long id = byUser.users().idAt(user);
          candidates.add(id, ratings.movieAt(row));
          candidates.add(id, sampler.draw(user, negatives, SplitMix64.stream(~seed, id)));
        }
      }
    }
    return new Split(
        "leave-one-out",
        Rows.where(ratings, row -> !held[row]),
        Rows.where(ratings, row -> held[row]),
        Relevance.ANY_RATING,
        sampler == null ? Optional.empty() : Optional.of(candidates.build()));
  }

  private int latest(UserRows byUser, int user) {
    int latest = byUser.start(user);
    for (int p = latest + 1; p < byUser.end(user); p++) {
      if (ratings.timestampAt(byUser.rowAt(p)) >= ratings.timestampAt(byUser.rowAt(latest))) {
        latest = p;
      }
    }
    return latest;
  }

  private int random(UserRows byUser, int user) {
    SplitMix64 random = SplitMix64.stream(seed, byUser.users().idAt(user));
    return byUser.start(user) + random.nextInt(byUser.count(user));
  }
}
