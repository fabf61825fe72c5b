package io.reelrecs.core.model;

import io.reelrecs.core.matrix.JointMatrices;
import io.reelrecs.core.matrix.ScaledMatrix;
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
      out.putFloats(regression.weights());
    }
  }

  /** The regression over raters, of which the matrices stand in a section of their own. */
  interface Users {
    UserRegression with(ScaledMatrix residuals, ScaledMatrix counts);
  }

  static Optional<Users> readUsers(int ratings, SectionReader in) throws IOException {
    if (!in.getFlag()) {
      return Optional.empty();
    }
    double shrinkage = in.getDouble();
    double countWeight = in.getDouble();
    Strength strength = readStrength(in);
    float[] weights = in.getFloats(ratings);
    checked(
        in,
        () -> {
          Regressions.checkParameters(shrinkage, countWeight);
          return Regressions.checkFinite("weights", weights);
        });
    return Optional.of(
        (residuals, counts) ->
            new UserRegression(shrinkage, countWeight, strength, residuals, counts, weights));
  }

  static void writeMovies(Optional<MovieRegression> movies, SectionWriter out) throws IOException {
    out.putByte(movies.isPresent() ? 1 : 0);
    if (movies.isPresent()) {
      MovieRegression regression = movies.get();
      out.putDouble(regression.regularization()).putDouble(regression.exponent());
      writeStrength(regression.strength(), out);
      out.putFloats(regression.weights());
    }
  }

  /** The regression over movies, likewise. */
  interface Movies {
    MovieRegression with(ScaledMatrix kernel);
  }

  static Optional<Movies> readMovies(int ratings, SectionReader in) throws IOException {
    if (!in.getFlag()) {
      return Optional.empty();
    }
    double regularization = in.getDouble();
    double exponent = in.getDouble();
    Strength strength = readStrength(in);
    float[] weights = in.getFloats(ratings);
    checked(
        in,
        () -> {
          MovieRegression.checkParameters(regularization, exponent);
          return Regressions.checkFinite("weights", weights);
        });
    return Optional.of(
        kernel -> new MovieRegression(regularization, exponent, strength, kernel, weights));
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
      MatrixSections.write(linear.weights().joint(), out);
    } else {
      out.putText(Kind.PREDICTION.name());
    }
  }

  static Ranking readRanking(int users, int movies, SectionReader in) throws IOException {
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
    JointMatrices weights = MatrixSections.read(1, movies, in);
    return checked(
        in, () -> new Ranking.ByLinearModel(positiveFrom, lowestWeight, weights.matrix(0)));
  }

  private static Ranking readNeighbors(int users, double positiveFrom, SectionReader in)
      throws IOException {
    long k = in.getVarint();
    if (k > Integer.MAX_VALUE) {
      throw in.fault("a number of neighbors of " + k);
    }
    double similarityExponent = in.getDouble();
    double popularityExponent = in.getDouble();
    in.need(12L * users); // a double and an int each
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

  private static Strength readStrength(SectionReader in) throws IOException {
    double base = in.getDouble();
    double perUser = in.getDouble();
    double perMovie = in.getDouble();
    return checked(in, () -> new Strength(base, perUser, perMovie));
  }

  /** Makes something that may be out of range. */
  interface Maker<T> {
    T make();
  }

  /** Makes something of what was read, or says where it is out of range. */
  static <T> T checked(SectionReader in, Maker<T> maker) throws IOException {
    try {
      return maker.make();
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }
}
