package io.reelrecs.core.model;

import io.reelrecs.core.matrix.FloatMatrix;
import java.io.IOException;
import java.util.Optional;

/** The payloads of what an algorithm learned, written and read side by side. */
final class LearnedSections {

  private LearnedSections() {}

  static void writeUsers(Optional<UserRegression> users, SectionWriter out) throws IOException {
    out.putByte(users.isPresent() ? 1 : 0);
    if (users.isPresent()) {
      UserRegression regression = users.get();
      out.putDouble(regression.shrinkage()).putDouble(regression.countWeight());
      writeStrength(regression.strength(), out);
      out.putFloats(regression.weights(), 0);
      writeMatrix(regression.residuals(), out);
      writeMatrix(regression.counts(), out);
    }
  }

  static Optional<UserRegression> readUsers(int movies, int ratings, SectionReader in)
      throws ModelFormatException {
    if (!in.getFlag()) {
      return Optional.empty();
    }
    double shrinkage = in.getDouble();
    double countWeight = in.getDouble();
    Strength strength = readStrength(in);
    in.needFloats(ratings + 2L * movies * movies);
    float[] weights = in.getFloats(ratings);
    FloatMatrix residuals = readMatrix(movies, in);
    FloatMatrix counts = readMatrix(movies, in);
    return Optional.of(
        checked(
            in,
            () ->
                new UserRegression(shrinkage, countWeight, strength, residuals, counts, weights)));
  }

  static void writeMovies(Optional<MovieRegression> movies, SectionWriter out) throws IOException {
    out.putByte(movies.isPresent() ? 1 : 0);
    if (movies.isPresent()) {
      MovieRegression regression = movies.get();
      out.putDouble(regression.regularization()).putDouble(regression.exponent());
      writeStrength(regression.strength(), out);
      out.putFloats(regression.weights(), 0);
      FloatMatrix kernel = regression.kernel();
      for (int row = 0; row < kernel.rows(); row++) {
        out.putFloats(kernel.row(row), row); // symmetric: from the diagonal on
      }
    }
  }

  static Optional<MovieRegression> readMovies(int movies, int ratings, SectionReader in)
      throws ModelFormatException {
    if (!in.getFlag()) {
      return Optional.empty();
    }
    double regularization = in.getDouble();
    double exponent = in.getDouble();
    Strength strength = readStrength(in);
    in.needFloats(ratings + (movies + 1L) * movies / 2);
    float[] weights = in.getFloats(ratings);
    float[][] rows = new float[movies][movies];
    for (int row = 0; row < movies; row++) {
      in.getFloats(rows[row], row);
    }
    mirror(rows);
    return Optional.of(
        checked(
            in,
            () ->
                new MovieRegression(
                    regularization,
                    exponent,
                    strength,
                    FloatMatrix.ofRows(movies, rows),
                    weights)));
  }

  /** Copies the upper triangle to the lower one, a tile at a time, so that both stay in cache. */
  private static void mirror(float[][] rows) {
    int tile = 64;
    for (int top = 0; top < rows.length; top += tile) {
      for (int left = 0; left <= top; left += tile) {
        for (int row = top; row < Math.min(top + tile, rows.length); row++) {
          for (int column = left; column < Math.min(left + tile, row); column++) {
            rows[row][column] = rows[column][row];
          }
        }
      }
    }
  }

  static void writeRanking(Ranking ranking, SectionWriter out) throws IOException {
    if (ranking instanceof Ranking.ByPopularity) {
      out.putText(Kind.POPULARITY.name()).putDouble(ranking.positiveFrom());
    } else if (ranking instanceof Ranking.ByNeighbors neighbors) {
      out.putText(Kind.NEIGHBORS.name()).putDouble(ranking.positiveFrom());
      out.putVarint(neighbors.k());
      out.putDouble(neighbors.similarityExponent()).putDouble(neighbors.popularityExponent());
      for (int user = 0; user < neighbors.threshold().length; user++) {
        out.putDouble(neighbors.threshold()[user]).putInt(neighbors.last()[user]);
      }
    } else if (ranking instanceof Ranking.ByLinearModel linear) {
      out.putText(Kind.LINEAR.name()).putDouble(ranking.positiveFrom());
      out.putDouble(linear.lowestWeight());
      writeMatrix(linear.weights(), out);
    } else {
      out.putText(Kind.PREDICTION.name());
    }
  }

  static Ranking readRanking(int users, int movies, SectionReader in) throws ModelFormatException {
    Kind kind;
    try {
      kind = Kind.valueOf(in.getText());
    } catch (IllegalArgumentException e) {
      throw in.fault("an unknown kind of ranking", e);
    }
    if (kind == Kind.PREDICTION) {
      return new Ranking.ByPrediction();
    }
    double positiveFrom = in.getDouble();
    if (kind == Kind.POPULARITY) {
      return checked(in, () -> new Ranking.ByPopularity(positiveFrom));
    }
    if (kind == Kind.NEIGHBORS) {
      return readNeighbors(users, positiveFrom, in);
    }
    double lowestWeight = in.getDouble();
    in.needFloats((long) movies * movies);
    FloatMatrix weights = readMatrix(movies, in);
    return checked(in, () -> new Ranking.ByLinearModel(positiveFrom, lowestWeight, weights));
  }

  private static Ranking readNeighbors(int users, double positiveFrom, SectionReader in)
      throws ModelFormatException {
    long k = in.getVarint();
    if (k > Integer.MAX_VALUE) {
      throw in.fault("a number of neighbors of " + k);
    }
    double similarityExponent = in.getDouble();
    double popularityExponent = in.getDouble();
    in.needFloats(3L * users); // a double and an int each
    double[] threshold = new double[users];
    int[] last = new int[users];
    for (int user = 0; user < users; user++) {
      threshold[user] = in.getDouble();
      last[user] = in.getInt();
    }
    return checked(
        in,
        () ->
            new Ranking.ByNeighbors(
                positiveFrom, (int) k, similarityExponent, popularityExponent, threshold, last));
  }

  /** How the kinds of ranking are called in the file. */
  private enum Kind {
    PREDICTION,
    POPULARITY,
    NEIGHBORS,
    LINEAR
  }

  private static void writeStrength(Strength strength, SectionWriter out) throws IOException {
    out.putDouble(strength.base()).putDouble(strength.perUser()).putDouble(strength.perMovie());
  }

  private static Strength readStrength(SectionReader in) throws ModelFormatException {
    double base = in.getDouble();
    double perUser = in.getDouble();
    double perMovie = in.getDouble();
    return checked(in, () -> new Strength(base, perUser, perMovie));
  }

  private static void writeMatrix(FloatMatrix matrix, SectionWriter out) throws IOException {
    for (int row = 0; row < matrix.rows(); row++) {
      out.putFloats(matrix.row(row), 0);
    }
  }

  private static FloatMatrix readMatrix(int size, SectionReader in) throws ModelFormatException {
    float[][] rows = new float[size][];
    for (int row = 0; row < size; row++) {
      rows[row] = in.getFloats(size);
    }
    return checked(in, () -> FloatMatrix.ofRows(size, rows));
  }

  private interface Maker<T> {
    T make();
  }

  /** Makes something of what was read, or says where it is out of range. */
  private static <T> T checked(SectionReader in, Maker<T> maker) throws ModelFormatException {
    try {
      return maker.make();
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }
}
