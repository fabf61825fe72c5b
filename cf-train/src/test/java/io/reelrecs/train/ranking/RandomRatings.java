package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import java.util.Arrays;
import java.util.Random;

/** Small matrices of whole stars; popular and unpopular movies, some of which nobody rated. */
final class RandomRatings {

  private RandomRatings() {}

  /** The last movie is never rated, the last user rates nothing well. */
  static RatingMatrix of(int users, int movies, long seed) {
    Random random = new Random(seed);
    int[] user = new int[users * movies];
    int[] movie = new int[users * movies];
    float[] rating = new float[users * movies];
    int size = 0;
    for (int u = 0; u < users; u++) {
      for (int m = 0; m + 1 < movies; m++) {
        if (random.nextInt(m + 2) < 1 + movies / 4) {
          user[size] = u;
          movie[size] = m;
          rating[size++] = u + 1 == users ? 1 : 1 + random.nextInt(5);
        }
      }
    }
    return RatingMatrix.of(
        users,
        movies,
        Arrays.copyOf(user, size),
        Arrays.copyOf(movie, size),
        Arrays.copyOf(rating, size));
  }
}
