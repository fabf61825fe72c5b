package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;
import java.util.Optional;

/**
 * Ratings to train on and ratings to be asked about.
 *
 * @param name what people call it: "fold 1", "u1"
 * @param train what a contender is trained on; at least one rating
 * @param test what it is asked about; at least one rating
 * @param relevance which test ratings count as hits when movies are ranked
 * @param candidates the movies to rank for each user; where there are none, every movie that the
 *     user has not rated in {@code train} is ranked
 */
public record Split(
    String name,
    RatingTable train,
    RatingTable test,
    Relevance relevance,
    Optional<Candidates> candidates) {

  /**
   * Refuses an empty side.
   *
   * @throws IllegalArgumentException if there is nothing to train on or nothing to ask
   */
  public Split {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(relevance, "relevance");
    Objects.requireNonNull(candidates, "candidates");
    if (train.size() == 0 || test.size() == 0) {
      throw new IllegalArgumentException(
          name
              + " must have ratings to train on and ratings to test with, actual: "
              + train.size()
              + " and "
              + test.size()
              + "; hold out more or fewer, or use more data");
    }
  }

  /** A split without candidates, whose hits are the test ratings that are high enough. */
  public Split(String name, RatingTable train, RatingTable test) {
    this(name, train, test, Relevance.HIGH_RATINGS, Optional.empty());
  }

  /**
   * How many test ratings are of a pair that is also trained on. Such a rating was seen, so that
   * errors come out too small.
   */
  public int leaked() {
    PairSet trained = new PairSet(train.size());
    for (int i = 0; i < train.size(); i++) {
      trained.add(train.userAt(i), train.movieAt(i));
    }
    int leaked = 0;
    for (int i = 0; i < test.size(); i++) {
      if (trained.contains(test.userAt(i), test.movieAt(i))) {
        leaked++;
      }
    }
    return leaked;
  }
}
