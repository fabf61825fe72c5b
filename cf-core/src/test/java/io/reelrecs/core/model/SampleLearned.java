package io.reelrecs.core.model;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.ScaledMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learned parts for tests: weights are random, and what training derives from weights or ratings is
 * derived by the formulas of the Javadoc, pair by pair.
 */
public final class SampleLearned {

  private static final double SHRINKAGE = 2;
  private static final double COUNT_WEIGHT = 0.3;

  private SampleLearned() {}

  /** The model with what the raters of a movie say, with what movies say, or both. */
  public static Model regressions(Model model, boolean users, boolean movies, Ranking ranking) {
    return SampleModels.with(
        model,
        new Learned(
            users ? Optional.of(users(model, 5)) : Optional.empty(),
            movies ? Optional.of(movies(model, 2, 6)) : Optional.empty(),
            ranking));
  }

  /** The model with each kind of ranking, on each kind of prediction. */
  public static Stream<Model> everyKind(Model model) {
    return rankings(model)
        .flatMap(
            ranking ->
                Stream.of(
                    regressions(model, false, false, ranking),
                    regressions(model, true, false, ranking),
                    regressions(model, false, true, ranking),
                    regressions(model, true, true, ranking)));
  }

  /** One of each kind, about half of the ratings being positives. */
  public static Stream<Ranking> rankings(Model model) {
    double from = (model.ratings().scale().lo() + model.ratings().scale().hi()) / 2;
    ScaledMatrix weights = matrix(model.movies().size(), new Random(7));
    return Stream.of(
        new Ranking.ByPrediction(),
        new Ranking.ByPopularity(from),
        neighbors(model, from, 4, 1.5, 0.4),
        new Ranking.ByLinearModel(from, 0.4, weights));
  }

  /** A square matrix of random figures of both signs, every fourth of them 0. */
  public static ScaledMatrix matrix(int size, Random random) {
    float[][] rows = new float[size][size];
    for (float[] row : rows) {
      for (int column = 0; column < size; column++) {
        row[column] = random.nextInt(4) == 0 ? 0 : 2 * random.nextFloat() - 1;
      }
    }
    return ScaledMatrix.ofRows(size, rows);
  }

  /** Random weights of raters, and the two matrices that follow from them. */
  public static UserRegression users(Model model, long seed) {
    RatingMatrix ratings = model.ratings();
    float[] weights = weights(ratings.size(), seed);
    float[][] residuals = new float[ratings.movies()][ratings.movies()];
    float[][] counts = new float[ratings.movies()][ratings.movies()];
    for (int i = 0; i < ratings.movies(); i++) {
      for (int j = 0; j < ratings.movies(); j++) {
        double residual = 0;
        double count = 0;
        for (int at = ratings.columnStart(i); at < ratings.columnEnd(i); at++) {
          int v = ratings.userAt(at);
          int p = ratings.find(v, j);
          if (p >= 0) {
            residual += weights[at] * scale(model, v) * residual(model, v, p);
            count += weights[at] / Math.sqrt(ratings.rowLength(v));
          }
        }
        residuals[i][j] = (float) residual;
        counts[i][j] = (float) count;
      }
    }
    return new UserRegression(
        SHRINKAGE,
        COUNT_WEIGHT,
        new Strength(0.9, 0.05, -0.02),
        ScaledMatrix.ofRows(ratings.movies(), residuals),
        ScaledMatrix.ofRows(ratings.movies(), counts),
        weights);
  }

  /** Random weights of movies, and a kernel of the ratings: 0 for movies without common raters. */
  public static MovieRegression movies(Model model, double regularization, long seed) {
    RatingMatrix ratings = model.ratings();
    int movies = ratings.movies();
    double[][] products = new double[movies][movies];
    int[][] common = new int[movies][movies];
    for (int v = 0; v < ratings.users(); v++) {
      for (int p = ratings.rowStart(v); p < ratings.rowEnd(v); p++) {
        for (int q = ratings.rowStart(v); q < ratings.rowEnd(v); q++) {
          products[ratings.movieAt(p)][ratings.movieAt(q)] +=
              residual(model, v, p) * residual(model, v, q);
          common[ratings.movieAt(p)][ratings.movieAt(q)]++;
        }
      }
    }
    float[][] kernel = new float[movies][movies];
    for (int i = 0; i < movies; i++) {
      for (int j = 0; j < movies; j++) {
        double squares = (products[i][i] + SHRINKAGE) * (products[j][j] + SHRINKAGE);
        double share = common[i][j] / Math.sqrt(Math.max(1.0, common[i][i] * common[j][j]));
        kernel[i][j] = (float) (products[i][j] / Math.sqrt(squares) + COUNT_WEIGHT * share);
      }
    }
    return new MovieRegression(
        regularization,
        0.5,
        new Strength(0.8, -0.04, 0.03),
        ScaledMatrix.ofSymmetric(kernel),
        weights(ratings.size(), seed));
  }

  /** Thresholds by a full sort of all others of every user. */
  public static Ranking.ByNeighbors neighbors(
      Model model, double from, int k, double similarityExponent, double popularityExponent) {
    RatingMatrix ratings = model.ratings();
    double[] threshold = new double[ratings.users()];
    int[] last = new int[ratings.users()];
    for (int v = 0; v < ratings.users(); v++) {
      int user = v;
      List<Integer> others =
          IntStream.range(0, ratings.users())
              .filter(u -> u != user)
              .boxed()
              .sorted(
                  Comparator.comparingDouble((Integer u) -> -cosine(ratings, from, u, user))
                      .thenComparing(Comparator.naturalOrder()))
              .toList();
      boolean enough = others.size() >= k;
      threshold[v] =
          enough ? cosine(ratings, from, others.get(k - 1), v) : Double.NEGATIVE_INFINITY;
      last[v] = enough ? others.get(k - 1) : ratings.users() - 1;
    }
    return new Ranking.ByNeighbors(
        from, k, similarityExponent, popularityExponent, threshold, last);
  }

  /** The cosine of two users' sets of positives. */
  public static double cosine(RatingMatrix ratings, double from, int a, int b) {
    int common = 0;
    int ofA = 0;
    int ofB = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      boolean hasA = positive(ratings, from, a, movie);
      boolean hasB = positive(ratings, from, b, movie);
      common += hasA && hasB ? 1 : 0;
      ofA += hasA ? 1 : 0;
      ofB += hasB ? 1 : 0;
    }
    return common == 0 ? 0 : common / Math.sqrt((double) ofA * ofB);
  }

  private static boolean positive(RatingMatrix ratings, double from, int user, int movie) {
    int at = ratings.find(user, movie);
    return at >= 0 && ratings.ratingAt(at) >= from;
  }

  /** The model with the biases of its users worked out anew, as a fold-in would. */
  public static Model withFoldedBiases(Model model) {
    RatingMatrix ratings = model.ratings();
    Baseline old = model.baseline();
    double[] userBias = new double[ratings.users()];
    for (int user = 0; user < userBias.length; user++) {
      double sum = 0;
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        sum += ratings.ratingAt(p) - old.mean() - old.movieBias(ratings.movieAt(p));
      }
      userBias[user] = sum / (old.userRegularization() + ratings.rowLength(user));
    }
    double[] movieBias = IntStream.range(0, old.movies()).mapToDouble(old::movieBias).toArray();
    return SampleModels.with(
        model, Baseline.of(old.mean(), userBias, movieBias, old.userRegularization()));
  }

  private static float[] weights(int size, long seed) {
    Random random = new Random(seed);
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      weights[i] = 2 * random.nextFloat() - 1;
    }
    return weights;
  }

  private static double residual(Model model, int user, int position) {
    Baseline baseline = model.baseline();
    return model.ratings().ratingAt(position)
        - baseline.mean()
        - baseline.userBias(user)
        - baseline.movieBias(model.ratings().movieAt(position));
  }

  private static double scale(Model model, int user) {
    RatingMatrix ratings = model.ratings();
    double[] squares =
        IntStream.range(ratings.rowStart(user), ratings.rowEnd(user))
            .mapToDouble(p -> Math.pow(residual(model, user, p), 2))
            .toArray();
    return 1 / Math.sqrt(Arrays.stream(squares).sum() + SHRINKAGE);
  }
}
