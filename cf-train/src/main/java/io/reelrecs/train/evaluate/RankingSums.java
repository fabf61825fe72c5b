package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.RankingReport.HitBand;
import io.reelrecs.train.evaluate.RankingReport.UserBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a contender's lists are worth by bands and by user, over one split or several. Filled in a
 * fixed order. Not thread-safe.
 */
final class RankingSums {

  private final int k;
  private final PerUser ndcg = new PerUser();
  private final long[] bandUsers = new long[Band.ACTIVITY.size()];
  private final double[] bandNdcg = new double[Band.ACTIVITY.size()];
  private final double[] bandRecall = new double[Band.ACTIVITY.size()];
  private final long[] bandHits = new long[Band.POPULARITY.size()];
  private final long[] bandFound = new long[Band.POPULARITY.size()];
  private long users;
  private long skippedUsers;

  RankingSums(int k) {
    this.k = k;
  }

  /** Counts a user who has no hit to find. */
  void skip() {
    skippedUsers++;
  }

  /** Adds a user's list and what it is worth at {@link #k}. */
  void add(
      long user, TrainCounts counts, long[] list, long[] wanted, double userNdcg, double recall) {
    users++;
    ndcg.add(user, userNdcg, 1);
    int activity = Band.indexOf(Band.ACTIVITY, counts.ofUser(user));
    bandUsers[activity]++;
    bandNdcg[activity] += userNdcg;
    bandRecall[activity] += recall;
    for (long movie : wanted) {
      bandHits[Band.indexOf(Band.POPULARITY, counts.ofMovie(movie))]++;
    }
    for (int rank = 0; rank < Math.min(k, list.length); rank++) {
      if (Arrays.binarySearch(wanted, list[rank]) >= 0) {
        bandFound[Band.indexOf(Band.POPULARITY, counts.ofMovie(list[rank]))]++;
      }
    }
  }

  void add(RankingSums other) {
    users += other.users;
    skippedUsers += other.skippedUsers;
    ndcg.add(other.ndcg);
    for (int i = 0; i < bandUsers.length; i++) {
      bandUsers[i] += other.bandUsers[i];
      bandNdcg[i] += other.bandNdcg[i];
      bandRecall[i] += other.bandRecall[i];
    }
    for (int i = 0; i < bandHits.length; i++) {
      bandHits[i] += other.bandHits[i];
      bandFound[i] += other.bandFound[i];
    }
  }

  PerUser ndcg() {
    return ndcg;
  }

  RankingReport report() {
    List<UserBand> byActivity = new ArrayList<>();
    for (int i = 0; i < bandUsers.length; i++) {
      double n = Math.max(1, bandUsers[i]);
      byActivity.add(
          new UserBand(Band.ACTIVITY.get(i), bandUsers[i], bandNdcg[i] / n, bandRecall[i] / n));
    }
    List<HitBand> byPopularity = new ArrayList<>();
    for (int i = 0; i < bandHits.length; i++) {
      byPopularity.add(new HitBand(Band.POPULARITY.get(i), bandHits[i], bandFound[i]));
    }
    return new RankingReport(users, skippedUsers, k, byActivity, byPopularity);
  }
}
