package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import java.util.Arrays;
import java.util.Random;

/** Made-up ratings and baselines. */
final class Samples {

  private Samples() {}

  /** Ratings of 1 to 5, each pair with this chance; the last user and the last movie have none. */
  static RatingMatrix ratings(int users, int movies, double chance, long seed) {
    Random random = new Random(seed);
    int[] user = new int[users * movies];
    int[] movie = new int[users * movies];
    float[] rating = new float[users * movies];
    int size = 0;
    for (int u = 0; u < users - 1; u++) {
      for (int m = 0; m < movies - 1; m++) {
        if (random.nextDouble() < chance * 2 * (m + 1) / movies) {
          user[size] = u;
          movie[size] = m;
          rating[size++] = 1 + random.nextInt(5);
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

  static Baseline baseline(RatingMatrix ratings, long seed) {
    Random random = new Random(seed);
    double[] user = random.doubles(ratings.users(), -0.5, 0.5).toArray();
    double[] movie = random.doubles(ratings.movies(), -0.5, 0.5).toArray();
    return Baseline.of(3.5, user, movie, 5);
  }

  /** The same for everybody. */
  static Baseline flat(RatingMatrix ratings, double mean) {
    return Baseline.of(mean, new double[ratings.users()], new double[ratings.movies()], 5);
  }
}
