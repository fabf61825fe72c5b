package io.reelrecs.train;

import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.train.heap.HeapNeed;
import java.util.Map;

/**
 * What a training was made of and what it took.
 *
 * @param users users who rated
 * @param movies movies of the matrix, those that nobody rated included
 * @param unratedMovies movies that nobody rated
 * @param ratings ratings that were trained on
 * @param duplicates ratings left out because the user rated the movie again
 * @param scale scale of the ratings
 * @param neighbors neighbors found, over all users
 * @param heap how much heap it was expected to need, and how much there was
 * @param seconds seconds per step
 */
public record TrainingSummary(
    int users,
    int movies,
    int unratedMovies,
    int ratings,
    int duplicates,
    RatingScale scale,
    int neighbors,
    HeapNeed heap,
    Map<TrainingStep, Double> seconds) {

  /** The share of (user, movie) pairs without a rating, in {@code [0, 1]}. */
  public double sparsity() {
    return 1 - ratings / ((double) users * movies);
  }

  /** These with the seconds of more steps. */
  TrainingSummary withSeconds(Map<TrainingStep, Double> all) {
    return new TrainingSummary(
        users, movies, unratedMovies, ratings, duplicates, scale, neighbors, heap, all);
  }
}
