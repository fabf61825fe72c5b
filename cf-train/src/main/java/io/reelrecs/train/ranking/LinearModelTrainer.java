package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.FloatMatrix;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Ranking;
import java.util.Arrays;
import java.util.Locale;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

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
 * <p>Costs a little over half of {@code n^3} multiplications and additions for {@code n} movies
 * with a positive, done by ojAlgo on daemon threads of its own, as many as there are cores; and
 * {@link #memory} bytes. The result is the same bits on every JDK and number of cores: ojAlgo's
 * threads divide the columns among them, and each entry is summed by one of them in one order.
 *
 * <p>Sources: Steck, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW 2019; for dropout,
 * Steck, "Autoencoders that don't overfit towards the Identity", NeurIPS 2020. Stateless and
 * thread-safe.
 */
public final class LinearModelTrainer {

  /** The most movies with a positive: a matrix of them must fit into one array. */
  public static final int MAX_MOVIES = 46_340;

  private static final double BYTES_PER_GB = 1 << 30;

  private LinearModelTrainer() {}

  /**
   * Trains the model.
   *
   * @param ratings users by movies; the weights of B are movies by movies in the same order
   * @throws IllegalArgumentException before any work if there are too many movies for an array or
   *     for this JVM's heap; or if lambda is too small for these ratings to give a solution
   */
  public static Ranking.ByLinearModel train(
      RatingMatrix ratings, LinearModelParameters parameters) {
    checkSize(
        Positives.countMovies(ratings, parameters.positiveFrom()),
        ratings.movies(),
        parameters.positiveFrom(),
        Runtime.getRuntime().maxMemory());
    Positives positives = Positives.of(ratings, parameters.positiveFrom());
    double[] weight = weights(positives.ratings(), parameters, ratings.scale().hi());
    double[] userWeight = userWeights(positives.ratings(), parameters.userExponent());
    Gram gram = new Gram(positives.ratings(), weight, userWeight, parameters);
    float[][] rows = new float[ratings.movies()][];
    fill(rows, positives, inverse(gram, parameters), parameters.popularityExponent());
    return new Ranking.ByLinearModel(
        parameters.positiveFrom(),
        parameters.lowestWeight(),
        FloatMatrix.ofRows(ratings.movies(), rows));
  }

  /**
   * The bytes that training needs at its peak: 16 for each pair of movies with a positive, and 4
   * for each such movie with any movie.
   */
  public static long memory(RatingMatrix ratings, LinearModelParameters parameters) {
    return memory(Positives.countMovies(ratings, parameters.positiveFrom()), ratings.movies());
  }

  /** The same for numbers of movies. */
  public static long memory(long positiveMovies, long movies) {
    return 16 * positiveMovies * positiveMovies + 4 * positiveMovies * movies;
  }

  static void checkSize(int positiveMovies, int movies, double positiveFrom, long heap) {
    String found =
        "a linear model of %d movies that have a rating of %s or more"
            .formatted(positiveMovies, positiveFrom);
    String instead = "; train on fewer movies, for example those with more ratings";
    if (positiveMovies > MAX_MOVIES) {
      throw new IllegalArgumentException(
          found + " is not possible: there must be at most " + MAX_MOVIES + instead);
    }
    double needed = memory(positiveMovies, movies) / BYTES_PER_GB;
    double most = heap / BYTES_PER_GB;
    if (needed > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs %.1f GB, and this Java may use %.1f GB%s, or start Java with -Xmx%dg",
              found,
              needed,
              most,
              instead,
              (int) Math.ceil(needed * 1.2)));
    }
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

  private static MatrixStore<Double> inverse(Gram gram, LinearModelParameters parameters) {
    if (gram.getRowDim() == 0) {
      return R064Store.FACTORY.makeZero(0, 0);
    }
    Cholesky<Double> cholesky = Cholesky.R064.make(gram);
    cholesky.decompose(gram);
    if (!cholesky.isSolvable()) {
      throw new IllegalArgumentException(
          "lambda must be larger for these ratings to give a solution, actual: "
              + parameters.lambda());
    }
    return cholesky.getInverse();
  }

  private static void fill(
      float[][] rows, Positives positives, MatrixStore<Double> inverse, double exponent) {
    int[] movie = positives.movie();
    double[] factor = new double[movie.length];
    for (int j = 0; j < movie.length; j++) {
      double popularity =
          positives.ratings().columnLength(j) * (double) movie.length / positives.ratings().size();
      factor[j] = -StrictMath.pow(popularity, -exponent) / inverse.doubleValue(j, j);
    }
    float[] nothing = new float[rows.length];
    Arrays.fill(rows, nothing);
    for (int i = 0; i < movie.length; i++) {
      float[] row = new float[rows.length];
      for (int j = 0; j < movie.length; j++) {
        row[movie[j]] = i == j ? 0 : (float) (inverse.doubleValue(i, j) * factor[j]);
      }
      rows[movie[i]] = row;
    }
  }
}
