package io.reelrecs.core.score;

import io.reelrecs.core.ids.IdIndex;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A user given by what they rated rather than by an id: someone the model was not trained on, or
 * has newer ratings of.
 *
 * <p>Movies that the model does not know are normal data; they say nothing and are passed over.
 * Immutable and thread-safe.
 */
public final class RatedMovies {

  private final long[] movies;
  private final double[] ratings;

  private RatedMovies(long[] movies, double[] ratings) {
    this.movies = movies;
    this.ratings = ratings;
  }

  /**
   * What a user rated.
   *
   * @param ratings by external movie id, the rating in the units of the training data, of which
   *     seven digits count; not kept, and in any order; may be empty
   * @throws IllegalArgumentException if an id is not in {@code [0, 4294967295]}, or a rating is not
   *     finite
   */
  public static RatedMovies of(Map<Long, Double> ratings) {
    TreeMap<Long, Double> sorted = new TreeMap<>(ratings);
    long[] movies = new long[sorted.size()];
    double[] values = new double[sorted.size()];
    int size = 0;
    for (Map.Entry<Long, Double> entry : sorted.entrySet()) {
      long movie = entry.getKey();
      double rating = entry.getValue();
      if (movie < 0 || movie > IdIndex.MAX_ID) {
        throw new IllegalArgumentException(
            "movie id must be in [0, " + IdIndex.MAX_ID + "], actual: " + movie);
      }
      if (!Double.isFinite(rating)) {
        throw new IllegalArgumentException(
            "rating must be finite, actual: " + rating + " for movie " + movie);
      }
      movies[size] = movie;
      values[size++] = rating;
    }
    return new RatedMovies(movies, values);
  }

  /** The number of movies rated. */
  public int size() {
    return movies.length;
  }

  /** The external id of a movie; ids ascend. */
  public long movieAt(int i) {
    return movies[i];
  }

  /** The rating of that movie. */
  public double ratingAt(int i) {
    return ratings[i];
  }

  /** Whether the same movies have the same ratings. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RatedMovies that
        && Arrays.equals(movies, that.movies)
        && Arrays.equals(ratings, that.ratings);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(movies) * 31 + Arrays.hashCode(ratings);
  }

  @Override
  public String toString() {
    return "RatedMovies[" + movies.length + "]";
  }
}
