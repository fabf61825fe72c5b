package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.train.heap.DataSize;
import io.reelrecs.train.heap.HeapBytes;
import io.reelrecs.train.heap.StepHeap;
import io.reelrecs.train.parallel.Workers;
import java.util.Arrays;

/**
 * Trains the linear model: each movie's positives as a weighted sum of the others' positives, by
 * regularized least squares in closed form. Plain EASE is {@link LinearModelParameters#plain}.
 *
 * <p>With {@code x_uj} the {@linkplain Ranking.ByLinearModel#weight(double, double) weight} of a
 * positive, {@code n_u} and {@code n_j} the numbers of positives of a user and of a movie:
 *
 * <ul>
 *   <li>{@code w_u = s n_u^-userExponent}, with the {@code s} that makes {@code sum_u w_u n_u} the
 *       number of all positives; 0 for a user without any;
 *   <li>{@code G = X' W X}, of the weights x; {@code P = (G + diag(lambda + dropout G_jj))^-1};
 *   <li>{@code B_ij = -P_ij / P_jj (n_j / n)^-popularityExponent}, where {@code n} is the mean of
 *       {@code n_j} over the movies that have a positive; {@code B_jj = 0}.
 * </ul>
 *
 * <p>A movie without a positive is in no sum: its row and column are 0, and it costs 4 bytes in
 * each row, nothing else.
 *
 * <p>Costs {@code n^3 / 2} multiplications and additions for {@code n} movies with a positive, and
 * {@link #heap} bytes. The result is the same bits on every JDK and for every number of threads.
 *
 * <p>Sources: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019; for dropout,
 * Steck, "Autoencoders that don't overfit towards the Identity", NeurIPS 2020. Stateless and
 * thread-safe.
 */
public final class LinearModelTrainer {

  /** What the inversion holds of a movie: its row, and its entries of a block of pivots. */
  private static final double BYTES_PER_POSITIVE_MOVIE = 1_200;

  private LinearModelTrainer() {}

  /**
   * Trains the model.
   *
   * @param ratings users by movies; the weights of B are movies by movies in the same order
   * @param threads threads to work with, at least 1; the caller's own is one of them, the others
   *     end with the call
   * @throws IllegalArgumentException if lambda is too small for these ratings to give a solution
   * @throws InterruptedException if this thread is interrupted; the others are then stopped too
   */
  public static Ranking.ByLinearModel train(
      RatingMatrix ratings, LinearModelParameters parameters, int threads)
      throws InterruptedException {
    Positives positives = Positives.of(ratings, parameters.positiveFrom());
    double[] weight = weights(positives.ratings(), parameters, ratings.scale().hi());
    double[] userWeight = userWeights(positives.ratings(), parameters.userExponent());
    Workers workers = new Workers(threads);
    double[][] inverse = new Gram(positives.ratings(), weight, userWeight).lowerTriangle(workers);
    for (int j = 0; j < inverse.length; j++) {
      inverse[j][j] += parameters.lambda() + parameters.dropout() * inverse[j][j];
    }
    if (!SymmetricInverse.invert(inverse, workers)) {
      throw new IllegalArgumentException(
          "lambda must be larger for these ratings to give a solution, actual: "
              + parameters.lambda());
    }
    return new Ranking.ByLinearModel(
        parameters.positiveFrom(),
        parameters.lowestWeight(),
        solution(ratings.movies(), positives, inverse, parameters.popularityExponent()));
  }

  /**
   * What training takes beside the ratings: 4 bytes for each pair of movies with a positive, 1,200
   * for each such movie, 4 for each such movie with any movie, and some for each positive; and 2
   * for each pair of any movies, which stay.
   *
   * @param data the ratings, all of which are taken for positives
   * @param positiveMovies movies with a positive
   */
  public static StepHeap heap(DataSize data, int positiveMovies) {
    double positive = positiveMovies;
    double kept = (double) Short.BYTES * data.movies() * data.movies();
    return new StepHeap(
        4 * positive * positive
            + BYTES_PER_POSITIVE_MOVIE * positive
            + HeapBytes.LINEAR_MODEL_RATING * (double) data.ratings()
            + Float.BYTES * positive * data.movies()
            + kept,
        kept);
  }

  /** Movies of a matrix that have a positive. Costs a pass over the ratings. */
  public static int positiveMovies(RatingMatrix ratings, double positiveFrom) {
    return Positives.countMovies(ratings, positiveFrom);
  }

  private static double[] weights(
      RatingMatrix positives, LinearModelParameters parameters, double hi) {
    double[] weight = new double[positives.size()];
    for (int p = 0; p < weight.length; p++) {
      weight[p] =
          Ranking.ByLinearModel.weight(
              positives.ratingAt(p), parameters.positiveFrom(), parameters.lowestWeight(), hi);
    }
    return weight;
  }

  private static double[] userWeights(RatingMatrix positives, double exponent) {
    double[] weight = new double[positives.users()];
    double sum = 0;
    for (int user = 0; user < weight.length; user++) {
      int length = positives.rowLength(user);
      weight[user] = length == 0 ? 0 : StrictMath.pow(length, -exponent);
      sum += weight[user] * length;
    }
    double scale = positives.size() / sum;
    for (int user = 0; user < weight.length; user++) {
      weight[user] = weight[user] == 0 ? 0 : weight[user] * scale;
    }
    return weight;
  }

  private static ScaledMatrix solution(
      int movies, Positives positives, double[][] inverse, double popularityExponent) {
    int[] movie = positives.movie();
    double[] factor = new double[movie.length];
    float[][] rows = new float[movies][];
    Arrays.fill(rows, new float[movies]);
    for (int j = 0; j < movie.length; j++) {
      double popularity =
          positives.ratings().columnLength(j) * (double) movie.length / positives.ratings().size();
      factor[j] = -StrictMath.pow(popularity, -popularityExponent) / inverse[j][j];
      rows[movie[j]] = new float[movies];
    }
    for (int i = 0; i < movie.length; i++) {
      for (int j = 0; j < i; j++) {
        rows[movie[i]][movie[j]] = (float) (inverse[i][j] * factor[j]);
        rows[movie[j]][movie[i]] = (float) (inverse[i][j] * factor[i]);
      }
    }
    return ScaledMatrix.ofRows(movies, rows);
  }
}
