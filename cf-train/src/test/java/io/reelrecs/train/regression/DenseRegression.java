package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.decomposition.LU;
import org.ojalgo.matrix.store.R064Store;

/**
 * The formulas once more, in double, over full matrices and with a direct solver: {@code e[t][s]}
 * is the residual of thing t in system s, {@code rated[t][s]} whether there is one.
 */
final class DenseRegression {

  final double[][] e;
  final boolean[][] rated;
  final double[] x;
  final double[] c;
  double[][] kernel;

  private DenseRegression(double[][] e, boolean[][] rated, double shrinkage, double countWeight) {
    this.e = e;
    this.rated = rated;
    int things = e.length;
    x = new double[things];
    c = new double[things];
    kernel = new double[things][things];
    for (int a = 0; a < things; a++) {
      int count = 0;
      double squares = 0;
      for (int s = 0; s < e[a].length; s++) {
        count += rated[a][s] ? 1 : 0;
        squares += e[a][s] * e[a][s];
      }
      x[a] = 1 / Math.sqrt(squares + shrinkage);
      c[a] = 1 / Math.sqrt(Math.max(1, count));
    }
    for (int a = 0; a < things; a++) {
      for (int b = 0; b < things; b++) {
        double products = 0;
        int common = 0;
        for (int s = 0; s < e[a].length; s++) {
          products += e[a][s] * e[b][s];
          common += rated[a][s] && rated[b][s] ? 1 : 0;
        }
        kernel[a][b] = x[a] * x[b] * products + countWeight * c[a] * c[b] * common;
      }
    }
  }

  static DenseRegression ofUsers(RatingMatrix ratings, Baseline baseline, double s, double g) {
    double[][] e = new double[ratings.users()][ratings.movies()];
    boolean[][] rated = new boolean[ratings.users()][ratings.movies()];
    for (int u = 0; u < ratings.users(); u++) {
      for (int p = ratings.rowStart(u); p < ratings.rowEnd(u); p++) {
        int m = ratings.movieAt(p);
        rated[u][m] = true;
        e[u][m] =
            ratings.ratingAt(p) - baseline.mean() - baseline.userBias(u) - baseline.movieBias(m);
      }
    }
    return new DenseRegression(e, rated, s, g);
  }

  static DenseRegression ofMovies(RatingMatrix ratings, Baseline baseline, double s, double g) {
    DenseRegression users = ofUsers(ratings, baseline, s, g);
    double[][] e = new double[ratings.movies()][ratings.users()];
    boolean[][] rated = new boolean[ratings.movies()][ratings.users()];
    for (int m = 0; m < e.length; m++) {
      for (int u = 0; u < ratings.users(); u++) {
        e[m][u] = users.e[u][m];
        rated[m][u] = users.rated[u][m];
      }
    }
    return new DenseRegression(e, rated, s, g);
  }

  void addTwoSteps(double weight) {
    int n = kernel.length;
    double[][] square = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          square[i][j] += kernel[i][k] * kernel[k][j];
        }
      }
    }
    double[][] sum = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double scale = Math.sqrt((square[i][i] + 1e-6) * (square[j][j] + 1e-6));
        sum[i][j] = kernel[i][j] + weight * square[i][j] / scale;
      }
    }
    kernel = sum;
  }

  int[] things(int system) {
    int[] things = new int[e.length];
    int size = 0;
    for (int t = 0; t < e.length; t++) {
      if (rated[t][system]) {
        things[size++] = t;
      }
    }
    return Arrays.copyOf(things, size);
  }

  /** {@code A + penalty I}. */
  R064Store system(int system, double penalty) {
    int[] things = things(system);
    R064Store a = R064Store.FACTORY.make(things.length, things.length);
    for (int i = 0; i < things.length; i++) {
      for (int j = 0; j < things.length; j++) {
        int t = things[i];
        int u = things[j];
        double own = i == j ? -penalty : x[t] * e[t][system] * x[u] * e[u][system];
        a.set(i, j, kernel[t][u] - own);
      }
    }
    return a;
  }

  double[] solve(int system, double penalty) {
    int[] things = things(system);
    R064Store right = R064Store.FACTORY.make(things.length, 1);
    for (int i = 0; i < things.length; i++) {
      right.set(i, 0, e[things[i]][system]);
    }
    LU<Double> lu = LU.R064.make();
    lu.decompose(system(system, penalty));
    return lu.getSolution(right).toRawCopy1D();
  }

  /**
   * How far a solution may be from the exact one, in the Euclidean norm, when conjugate gradients
   * stop at {@code r' D^-1 r <= 1e-5 e' D^-1 e}: at most {@code |r| / smallest eigenvalue}, and
   * {@code |r|^2 <= max D r' D^-1 r}. A hundredth more for floats.
   */
  double tolerance(int system, double penalty) {
    int[] things = things(system);
    R064Store a = system(system, penalty);
    double largest = 0;
    double start = 0;
    for (int i = 0; i < things.length; i++) {
      double d = a.doubleValue(i, i);
      largest = Math.max(largest, d);
      start += e[things[i]][system] * e[things[i]][system] / d;
    }
    Eigenvalue<Double> eigenvalue = Eigenvalue.R064.make(a, true);
    eigenvalue.decompose(a);
    double smallest = Double.POSITIVE_INFINITY;
    for (double value :
        eigenvalue.getEigenvalues().stream().mapToDouble(v -> v.doubleValue()).toArray()) {
      smallest = Math.min(smallest, value);
    }
    return 1.01 * Math.sqrt(largest * 1e-5 * start) / smallest + 1e-5;
  }
}
