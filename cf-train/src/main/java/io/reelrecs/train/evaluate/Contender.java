package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.ratings.RatingTable;

/**
 * Something that can be trained and asked.
 *
 * <p>Implementations are thread-safe: several splits are trained at once.
 */
public interface Contender {

  /** What people call it; no two contenders of an evaluation have the same name. */
  String name();

  /** A scorer trained on exactly these ratings, at least one. */
  Scorer train(RatingTable ratings);

  /**
   * How much memory a training takes at its peak, its scorer and the ratings included; so many
   * trainings run at once as the heap has room for.
   *
   * @return a rough number of bytes
   */
  default long memoryToTrain(int users, int movies, long ratings) {
    return 200 * ratings + 1000L * (users + movies);
  }
}
