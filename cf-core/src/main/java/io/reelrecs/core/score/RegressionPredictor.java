package io.reelrecs.core.score;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.UserRegression;
import java.util.Optional;

/**
 * Predicts from kernel regressions: {@code baseline + strength F} for each of the two sides that
 * the model learned; see {@link UserRegression} and {@link MovieRegression} for F.
 *
 * <p>Both are sums over the movies that the user rated, so a candidate costs two or three dense
 * lookups per movie rated, and so does one of a user given by ratings, once the user's own weights
 * are solved for. The support of an answer is the number of those movies that bear on the
 * candidate: those with a similarity to it that is not 0, or, where only raters were learned from,
 * those that some rater of the candidate rated. Where there is none, or nobody rated the candidate,
 * the baseline answers alone.
 */
final class RegressionPredictor implements Predictor {

  private final RatingMatrix ratings;
  private final RatingScale scale;
  private final Baseline biases;
  private final BaselineRule baseline;
  private final Optional<UserRegression> users;
  private final Optional<MovieRegression> movies;

  RegressionPredictor(Model model) {
    ratings = model.ratings();
    scale = ratings.scale();
    biases = model.baseline();
    baseline = new BaselineRule(model);
    users = model.learned().users();
    movies = model.learned().movies();
  }

  @Override
  public void predict(Profile profile, int[] movie, Scores answers) {
    Side side = prepare(profile);
    for (int i = 0; i < movie.length; i++) {
      int m = movie[i];
      int support = baseline.rated(m) ? side.support(m) : 0;
      if (support > 0) {
        answers.setRating(i, scale, baseline.predict(profile, m) + side.evidence(m), support);
      } else {
        answers.setRating(i, scale, baseline, profile, m);
      }
    }
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    Side side = prepare(profile);
    if (side.support(movie) == 0) {
      return baseline.predict(profile, movie);
    }
    users.ifPresent(regression -> explainUsers(profile, side, movie, parts, regression));
    side.movies.ifPresent(
        regression -> {
          double strength = regression.strength().ofUser(profile.size);
          strength += regression.strength().ofMovie(ratings.columnLength(movie));
          for (int p = 0; p < profile.size; p++) {
            double similarity = regression.kernel().at(movie, profile.movie[p]);
            if (similarity != 0) {
              parts
                  .movies()
                  .add(
                      new Part(
                          profile.movie[p],
                          similarity,
                          profile.rating[p],
                          strength * similarity * profile.weight[p]));
            }
          }
        });
    return baseline.predict(profile, movie);
  }

  /** The similarity of every rater of the movie to the user, from what the two rated. */
  private void explainUsers(
      Profile profile, Side side, int movie, Parts parts, UserRegression regression) {
    double strength = regression.strength().ofUser(profile.size);
    strength += regression.strength().ofMovie(ratings.columnLength(movie));
    for (int at = ratings.columnStart(movie); at < ratings.columnEnd(movie); at++) {
      int rater = ratings.userAt(at);
      double squares = 0;
      double product = 0;
      int common = 0;
      int mine = 0;
      for (int p = ratings.rowStart(rater); p < ratings.rowEnd(rater); p++) {
        int rated = ratings.movieAt(p);
        double residual = ratings.ratingAt(p) - expected(rater, rated);
        squares += residual * residual;
        while (mine < profile.size && profile.movie[mine] < rated) {
          mine++;
        }
        if (mine < profile.size && profile.movie[mine] == rated) {
          product += profile.residual[mine] * residual;
          common++;
        }
      }
      double similarity =
          side.residualNorm * product / Math.sqrt(squares + regression.shrinkage())
              + regression.countWeight()
                  * common
                  / Math.sqrt((double) profile.size * ratings.rowLength(rater));
      if (common > 0) {
        double contribution = strength * similarity * regression.weights()[at];
        parts.users().add(new Part(rater, similarity, ratings.columnRatingAt(at), contribution));
      }
    }
  }

  private double expected(int user, int movie) {
    return biases.mean() + biases.userBias(user) + biases.movieBias(movie);
  }

  /** Works out what all candidates of one user share; the figures per movie are in the profile. */
  private Side prepare(Profile profile) {
    double squares = 0;
    for (int p = 0; p < profile.size; p++) {
      double expected = biases.mean() + profile.bias + biases.movieBias(profile.movie[p]);
      profile.residual[p] = profile.rating[p] - expected;
      squares += profile.residual[p] * profile.residual[p];
    }
    boolean solved = true;
    if (movies.isPresent()) {
      if (profile.user >= 0) {
        int start = ratings.rowStart(profile.user);
        for (int p = 0; p < profile.size; p++) {
          profile.weight[p] = movies.get().weights()[start + p];
        }
      } else {
        solved = MovieWeights.solve(movies.get(), profile);
      }
    }
    return new Side(profile, squares, solved ? movies : Optional.empty());
  }

  /** One user's side of the sums. */
  private final class Side {

    private final Profile profile;

    /** Empty where the user's weights could not be solved for. */
    private final Optional<MovieRegression> movies;

    private double residualNorm;
    private double countNorm;
    private double userStrength;
    private double movieStrength;

    Side(Profile profile, double squares, Optional<MovieRegression> movies) {
      this.profile = profile;
      this.movies = movies;
      if (users.isPresent()) {
        residualNorm = 1 / Math.sqrt(squares + users.get().shrinkage());
        countNorm = users.get().countWeight() / Math.sqrt(Math.max(profile.size, 1));
        userStrength = users.get().strength().ofUser(profile.size);
      }
      if (movies.isPresent()) {
        movieStrength = movies.get().strength().ofUser(profile.size);
      }
    }

    /** How many of the movies that the user rated bear on this one. */
    int support(int movie) {
      if (movies.isPresent()) {
        return movies.get().kernel().countNonZero(movie, profile.movie, profile.size);
      }
      return users.isPresent()
          ? users.get().counts().countNonZero(movie, profile.movie, profile.size)
          : 0;
    }

    /** What they say beyond the baseline. */
    double evidence(int movie) {
      int raters = ratings.columnLength(movie);
      double sum = 0;
      if (users.isPresent()) {
        UserRegression regression = users.get();
        double prediction =
            residualNorm
                * regression
                    .residuals()
                    .weightedSum(movie, profile.movie, profile.residual, profile.size);
        prediction += countNorm * regression.counts().sum(movie, profile.movie, profile.size);
        sum += (userStrength + regression.strength().ofMovie(raters)) * prediction;
      }
      if (movies.isPresent()) {
        MovieRegression regression = movies.get();
        double prediction =
            regression.kernel().weightedSum(movie, profile.movie, profile.weight, profile.size);
        sum += (movieStrength + regression.strength().ofMovie(raters)) * prediction;
      }
      return sum;
    }
  }
}
