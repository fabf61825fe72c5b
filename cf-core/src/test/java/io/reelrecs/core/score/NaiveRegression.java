package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.core.score.Explanation.Influence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The formulas of {@link UserRegression} and {@link MovieRegression}, term by term. */
final class NaiveRegression {

  private final Model model;
  private final List<Map<Integer, Double>> rows;

  NaiveRegression(Model model, List<Map<Integer, Double>> rows) {
    this.model = model;
    this.rows = rows;
  }

  NaivePrediction predict(NaiveUser user, int movie, double baseline) {
    double rating = baseline;
    int support = 0;
    Map<String, Influence> influences = new HashMap<>();
    if (model.learned().users().isPresent()) {
      UserRegression regression = model.learned().users().get();
      for (int j : user.ratings().keySet()) {
        support += regression.counts().at(movie, j) != 0 ? 1 : 0;
      }
      rating += strength(regression.strength(), user, movie) * sumOverMovies(user, movie);
      influences.putAll(influencesOfUsers(user, movie));
    }
    if (model.learned().movies().isPresent()) {
      MovieRegression regression = model.learned().movies().get();
      Map<Integer, Double> weights =
          user.index() >= 0 ? stored(user.index()) : solved(regression, user);
      double strength = strength(regression.strength(), user, movie);
      support = 0;
      for (int j : user.ratings().keySet()) {
        double similarity = regression.kernel().at(movie, j);
        double contribution = strength * similarity * weights.get(j);
        if (similarity != 0) {
          support++;
          rating += contribution;
          long id = model.movies().idAt(j);
          influences.put(
              "movie " + id, new Influence(id, similarity, user.ratings().get(j), contribution));
        }
      }
    }
    return new NaivePrediction(rating, support, support > 0 ? influences : Map.of());
  }

  private double strength(Strength strength, NaiveUser user, int movie) {
    long raters = rows.stream().filter(row -> row.containsKey(movie)).count();
    return strength.base()
        + strength.perUser() * (Math.log(1.0 + user.ratings().size()) - 5)
        + strength.perMovie() * (Math.log(1.0 + raters) - 6);
  }

  /** {@code F = x_u sum_j e_uj R_ij + countWeight c_u sum_j C_ij}. */
  private double sumOverMovies(NaiveUser user, int movie) {
    UserRegression regression = model.learned().users().get();
    Map<Integer, Double> residuals = residuals(user.ratings(), user.bias());
    double residual = 0;
    double count = 0;
    for (int j : user.ratings().keySet()) {
      residual += residuals.get(j) * regression.residuals().at(movie, j);
      count += regression.counts().at(movie, j);
    }
    return user.ratings().isEmpty()
        ? 0
        : norm(residuals) * residual
            + regression.countWeight() * count / Math.sqrt(user.ratings().size());
  }

  /** {@code K(u,v) a_vi} for each rater v who has a movie in common with u. */
  private Map<String, Influence> influencesOfUsers(NaiveUser user, int movie) {
    UserRegression regression = model.learned().users().get();
    Map<Integer, Double> mine = residuals(user.ratings(), user.bias());
    Map<String, Influence> influences = new HashMap<>();
    for (int v = 0; v < rows.size(); v++) {
      Map<Integer, Double> row = rows.get(v);
      Map<Integer, Double> theirs = residuals(row, model.baseline().userBias(v));
      double product = 0;
      int common = 0;
      for (int j : row.keySet()) {
        if (mine.containsKey(j)) {
          product += mine.get(j) * theirs.get(j);
          common++;
        }
      }
      if (row.containsKey(movie) && common > 0) {
        double share = common / Math.sqrt((double) row.size() * mine.size());
        double similarity = norm(mine) * norm(theirs) * product + regression.countWeight() * share;
        double weight = regression.weights()[columnPosition(v, movie)];
        double contribution = strength(regression.strength(), user, movie) * similarity * weight;
        long id = model.users().idAt(v);
        influences.put("user " + id, new Influence(id, similarity, row.get(movie), contribution));
      }
    }
    return influences;
  }

  private int columnPosition(int user, int movie) {
    RatingMatrix ratings = model.ratings();
    int at = ratings.columnStart(movie);
    while (ratings.userAt(at) != user) {
      at++;
    }
    return at;
  }

  private Map<Integer, Double> residuals(Map<Integer, Double> ratings, double bias) {
    Map<Integer, Double> residuals = new TreeMap<>();
    ratings.forEach(
        (movie, rating) ->
            residuals.put(
                movie,
                rating - model.baseline().mean() - bias - model.baseline().movieBias(movie)));
    return residuals;
  }

  private double norm(Map<Integer, Double> residuals) {
    double squares = residuals.values().stream().mapToDouble(e -> e * e).sum();
    return 1 / Math.sqrt(squares + model.learned().users().get().shrinkage());
  }

  private Map<Integer, Double> stored(int user) {
    Map<Integer, Double> weights = new TreeMap<>();
    RatingMatrix ratings = model.ratings();
    for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
      weights.put(ratings.movieAt(p), (double) model.learned().movies().get().weights()[p]);
    }
    return weights;
  }

  /** {@code (K + penalty I) a = e}, solved exactly. */
  private Map<Integer, Double> solved(MovieRegression regression, NaiveUser user) {
    Map<Integer, Double> residuals = residuals(user.ratings(), user.bias());
    Integer[] movies = residuals.keySet().toArray(new Integer[0]);
    int n = movies.length;
    double penalty = regression.regularization() * Math.pow(n / 100.0, regression.exponent());
    double[][] system = new double[n][n];
    double[] right = new double[n];
    for (int p = 0; p < n; p++) {
      for (int q = 0; q < n; q++) {
        system[p][q] = regression.kernel().at(movies[p], movies[q]) + (p == q ? penalty : 0);
      }
      right[p] = residuals.get(movies[p]);
    }
    double[] weights = DenseSystem.solve(system, right);
    Map<Integer, Double> byMovie = new TreeMap<>();
    for (int p = 0; p < n; p++) {
      byMovie.put(movies[p], weights[p]);
    }
    return byMovie;
  }
}
