package io.reelrecs.core.matrix;

/**
 * The normalized row vectors that similarities are taken between, kept in factored form: each
 * user's row as sparse values, and its squared norm. The cosine of two rows is their dot product
 * over {@code sqrt(squaredNorm(u) * squaredNorm(v))}, so nothing is rounded before the very end.
 *
 * <p>Rows of {@link MissingRating#ZERO} on a rating grid are {@linkplain #integral() integral}:
 * whole numbers of the scale's unit, whose dot products are exact. All other rows are real: values
 * are {@code double}, and a dot product is summed by ascending movie, so that it is the same bits
 * on every kernel.
 *
 * <p>Positions are those of the {@link RatingMatrix}' rows. Immutable and thread-safe. Costs 2
 * (integral) or 8 (real) bytes a rating.
 */
public final class UnitRows {

  private final RatingMatrix matrix;
  private final MissingRating missing;
  private final short[] steps;
  private final double[] reals;
  private final double[] squaredNorm;
  private final double largestSquaredNorm;

  private UnitRows(RatingMatrix matrix, MissingRating missing, short[] steps, double[] reals) {
    this.matrix = matrix;
    this.missing = missing;
    this.steps = steps;
    this.reals = reals;
    squaredNorm = new double[matrix.users()];
    double largest = 0;
    for (int row = 0; row < squaredNorm.length; row++) {
      double sum = 0;
      for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
        double value = valueAt(p);
        sum += value * value;
      }
      squaredNorm[row] = sum;
      largest = Math.max(largest, sum);
    }
    largestSquaredNorm = largest;
  }

  /** The rows of this matrix. Costs one pass over the ratings. */
  public static UnitRows of(RatingMatrix matrix, MissingRating missing) {
    return switch (missing) {
      case ZERO -> raw(matrix);
      case USER_MEAN -> new UnitRows(matrix, missing, null, centered(matrix));
    };
  }

  private static UnitRows raw(RatingMatrix matrix) {
    double unit = matrix.scale().unit();
    if (unit > 0) {
      short[] steps = new short[matrix.size()];
      for (int p = 0; p < steps.length; p++) {
        steps[p] = (short) (matrix.ratingAt(p) / unit);
      }
      return new UnitRows(matrix, MissingRating.ZERO, steps, null);
    }
    double[] reals = new double[matrix.size()];
    for (int p = 0; p < reals.length; p++) {
      reals[p] = matrix.ratingAt(p);
    }
    return new UnitRows(matrix, MissingRating.ZERO, null, reals);
  }

  private static double[] centered(RatingMatrix matrix) {
    double[] reals = new double[matrix.size()];
    for (int user = 0; user < matrix.users(); user++) {
      double sum = 0;
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        sum += matrix.ratingAt(p);
      }
      double mean = sum / matrix.rowLength(user);
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        reals[p] = matrix.ratingAt(p) - mean;
      }
    }
    return reals;
  }

  /** The ratings these rows were made of: their shape and positions. */
  public RatingMatrix matrix() {
    return matrix;
  }

  /** The number of rows. */
  public int rows() {
    return matrix.users();
  }

  /** The number of columns. */
  public int columns() {
    return matrix.movies();
  }

  /** Whether a row's mean was taken off its values. */
  public boolean centered() {
    return missing == MissingRating.USER_MEAN;
  }

  /** Whether every value is a whole number of at most 16 bits. */
  public boolean integral() {
    return steps != null;
  }

  /** The value at a row position. */
  public double valueAt(int position) {
    return steps != null ? steps[position] : reals[position];
  }

  /**
   * The value at a row position, as a whole number.
   *
   * @throws IllegalStateException if the rows are not {@link #integral()}
   */
  public short stepAt(int position) {
    if (steps == null) {
      throw new IllegalStateException("the rows are real, not whole numbers");
    }
    return steps[position];
  }

  /**
   * The values of a row that is not among these, made of its ratings as theirs were.
   *
   * @param rating ratings by ascending column
   * @param size how many of them count
   */
  public double[] valuesOf(double[] rating, int size) {
    double[] values = new double[size];
    double sum = 0;
    for (int p = 0; p < size; p++) {
      sum += rating[p];
    }
    double mean = missing == MissingRating.USER_MEAN && size > 0 ? sum / size : 0;
    double unit = steps != null ? matrix.scale().unit() : 1;
    for (int p = 0; p < size; p++) {
      values[p] = (rating[p] - mean) / unit;
    }
    return values;
  }

  /** The sum of the squares of a row's values; 0 for a row that points nowhere. */
  public double squaredNorm(int row) {
    return squaredNorm[row];
  }

  /**
   * The largest squared norm of all rows. By the inequality of Cauchy and Schwarz no dot product of
   * two rows exceeds it in size, nor does the sum of any part of its products.
   */
  public double largestSquaredNorm() {
    return largestSquaredNorm;
  }

  /** The cosine of two rows from their dot product, 0 where a row points nowhere. */
  public double cosine(double dot, int a, int b) {
    return similarity(dot, squaredNorm[a], squaredNorm[b]);
  }

  /** The cosine of two rows from their dot product and squared norms, 0 where one is 0. */
  public static double similarity(double dot, double squaredNormA, double squaredNormB) {
    double squares = squaredNormA * squaredNormB;
    return squares > 0 ? dot / Math.sqrt(squares) : 0;
  }
}
