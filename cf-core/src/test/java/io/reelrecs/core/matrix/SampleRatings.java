package io.reelrecs.core.matrix;

import java.util.Arrays;
import java.util.Random;

/** Seeded rating matrices for tests. */
@SuppressWarnings("MutablePublicArray") // read by tests
public final class SampleRatings {

  /** Whole stars. */
  public static final float[] STARS = {1, 2, 3, 4, 5};

  /** Half stars. */
  public static final float[] HALF_STARS = {0.5f, 1, 1.5f, 2, 2.5f, 3, 3.5f, 4, 4.5f, 5};

  /** Steps of 0.1, which lie on no binary grid. */
  public static final float[] TENTHS = {0.1f, 0.7f, 1.1f, 2.3f, 3.9f, 4.2f};

  private SampleRatings() {}

  /**
   * A matrix in which each cell holds a rating with probability {@code density}, any of {@code
   * values} as likely as another. Rows and columns may be empty.
   */
  public static RatingMatrix random(
      int users, int movies, double density, float[] values, long seed) {
    Random random = new Random(seed);
    float[][] cells = new float[users][movies];
    for (float[] row : cells) {
      for (int movie = 0; movie < movies; movie++) {
        boolean rated = random.nextDouble() < density;
        row[movie] = rated ? values[random.nextInt(values.length)] : Float.NaN;
      }
    }
    return dense(cells);
  }

  /** A matrix from a table in which NaN stands for "not rated". */
  public static RatingMatrix dense(float[]... cells) {
    int movies = cells.length == 0 ? 0 : cells[0].length;
    int[] user = new int[cells.length * movies];
    int[] movie = new int[user.length];
    float[] rating = new float[user.length];
    int size = 0;
    for (int u = 0; u < cells.length; u++) {
      for (int m = 0; m < movies; m++) {
        if (!Float.isNaN(cells[u][m])) {
          user[size] = u;
          movie[size] = m;
          rating[size++] = cells[u][m];
        }
      }
    }
    return RatingMatrix.of(
        cells.length,
        movies,
        Arrays.copyOf(user, size),
        Arrays.copyOf(movie, size),
        Arrays.copyOf(rating, size));
  }
}
