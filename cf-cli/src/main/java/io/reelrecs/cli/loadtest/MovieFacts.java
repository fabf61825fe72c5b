package io.reelrecs.cli.loadtest;

import java.util.SplittableRandom;

/**
 * What a caller knows about a movie, whoever asks.
 *
 * @param id its id
 * @param ratings how often it was rated
 * @param average the mean of its ratings
 * @param percentile the share of movies that were not rated more often, in (0, 1]
 * @param share its ratings as a share of the most rated movie's, in (0, 1]
 * @param genres a bit for each of its genres, at least one; made up
 * @param year when it came out; made up
 */
record MovieFacts(
    long id, int ratings, float average, float percentile, double share, int genres, int year) {

  /** As many as MovieLens has. */
  static final int GENRES = 18;

  static final int LAST_YEAR = 2000;

  private static final int YEARS = 80;
  private static final int MOST_GENRES = 4;

  /** A movie whose genres and year follow from its id. */
  static MovieFacts of(long id, int ratings, float average, float percentile, double share) {
    SplittableRandom random = new SplittableRandom(id);
    int genres = genres(random, 1 + random.nextInt(MOST_GENRES));
    double age = random.nextDouble();
    int year = LAST_YEAR - (int) (YEARS * age * age); // most are recent
    return new MovieFacts(id, ratings, average, percentile, share, genres, year);
  }

  /** So many draws of a genre; one may come twice. */
  static int genres(SplittableRandom random, int draws) {
    int genres = 0;
    for (int i = 0; i < draws; i++) {
      genres |= 1 << random.nextInt(GENRES);
    }
    return genres;
  }
}
