package io.reelrecs.train.evaluate;

import java.util.List;

/**
 * A contender's rankings, over all splits taken together.
 *
 * @param users how many users were ranked for, summed over the splits
 * @param skippedUsers how many users of the test parts had no hit to find, summed over the splits
 * @param k the list length of the bands
 * @param byActivity how well users with so many training ratings were served
 * @param byPopularity how many hits were found of movies with so many training ratings
 */
public record RankingReport(
    long users, long skippedUsers, int k, List<UserBand> byActivity, List<HitBand> byPopularity) {

  /** Copies the lists. */
  public RankingReport {
    byActivity = List.copyOf(byActivity);
    byPopularity = List.copyOf(byPopularity);
  }

  /**
   * Users with so many training ratings. A band without users has zeros.
   *
   * @param band how many training ratings a user has
   * @param users the number of users
   * @param ndcg mean of their nDCG
   * @param recall mean of their recall
   */
  public record UserBand(Band band, long users, double ndcg, double recall) {}

  /**
   * Hits that are movies with so many training ratings.
   *
   * @param band how many training ratings the movie has
   * @param hits how many there were to find
   * @param found how many were found
   */
  public record HitBand(Band band, long hits, long found) {

    /** The share that was found, in {@code [0, 1]}; 0 where there were none. */
    public double recall() {
      return hits == 0 ? 0 : (double) found / hits;
    }
  }
}
