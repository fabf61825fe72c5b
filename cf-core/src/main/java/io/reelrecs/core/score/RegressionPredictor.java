package io.reelrecs.core.score;

import io.reelrecs.core.matrix.JointMatrices;
import io.reelrecs.core.matrix.JointSums;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.core.scratch.ScratchPool;
import java.util.Arrays;
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

  /** From so many candidates on it pays to put the rated movies in the order of their cells. */
  private static final int MANY = 16;

  private final RatingMatrix ratings;
  private final RatingScale scale;
  private final Baseline biases;
  private final BaselineRule baseline;
  private final Optional<UserRegression> users;
  private final Optional<MovieRegression> movies;
  private final JointMatrices matrices;

  /** By movie, the part of the two strengths that it decides. */
  private final double[] strengthOfUsers;

  private final double[] strengthOfMovies;

  private final ScratchPool<Side> sides = new ScratchPool<>(Side::new);

  RegressionPredictor(Model model) {
    ratings = model.ratings();
    scale = ratings.scale();
    biases = model.baseline();
    baseline = new BaselineRule(model);
    users = model.learned().users();
    movies = model.learned().movies();
    matrices = model.learned().joint().orElseThrow();
    strengthOfUsers = users.map(part -> ofMovies(part.strength())).orElse(new double[0]);
    strengthOfMovies = movies.map(part -> ofMovies(part.strength())).orElse(new double[0]);
  }

  private double[] ofMovies(Strength strength) {
    double[] parts = new double[ratings.movies()];
    for (int movie = 0; movie < parts.length; movie++) {
      parts[movie] = strength.ofMovie(ratings.columnLength(movie));
    }
    return parts;
  }

  @Override
  public void predict(Profile profile, int[] movie, Scores answers) {
    Side side = sides.take();
    int size = answers.size();
    side.prepare(profile, size);
    for (int i = 0; i < size; i++) {
      int m = movie[i];
      if (baseline.rated(m) && side.look(profile, m)) {
        double rating = baseline.predict(profile, m) + side.evidence(m);
        answers.setRating(i, scale, rating, side.support);
      } else {
        answers.setRating(i, scale, baseline, profile, m);
      }
    }
    sides.giveBack(side);
  }

  @Override
  public double explain(Profile profile, int movie, Parts parts) {
    Side side = sides.take();
    side.prepare(profile, 1);
    if (side.look(profile, movie)) {
      users.ifPresent(regression -> explainUsers(profile, side, movie, parts, regression));
      if (side.byMovies) {
        explainMovies(profile, movie, parts, movies.get());
      }
    }
    sides.giveBack(side);
    return baseline.predict(profile, movie);
  }

  /** The similarity of every movie that the user rated to the one that is predicted. */
  private void explainMovies(Profile profile, int movie, Parts parts, MovieRegression regression) {
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

  /** One user's side of the sums: working memory of one batch. */
  private final class Side {

    private final JointSums sums = new JointSums();
    private final RatedCells rated = new RatedCells();

    /** Made when first needed. */
    private MovieWeights weights;

    /** Whether movies have something to say: not where a user's weights cannot be solved for. */
    private boolean byMovies;

    /** How many of the movies that the user rated bear on the one that was looked up. */
    private int support;

    private double residualNorm;
    private double countNorm;
    private double userStrength;
    private double movieStrength;

    /** Works out what all candidates share; the figures per movie rated are in the profile. */
    void prepare(Profile profile, int candidates) {
      double squares = 0;
      for (int p = 0; p < profile.size; p++) {
        double expected = biases.mean() + profile.bias + biases.movieBias(profile.movie[p]);
        profile.residual[p] = profile.rating[p] - expected;
        squares += profile.residual[p] * profile.residual[p];
      }
      if (users.isPresent()) {
        UserRegression regression = users.get();
        residualNorm = 1 / Math.sqrt(squares + regression.shrinkage());
        countNorm = regression.countWeight() / Math.sqrt(Math.max(profile.size, 1));
        userStrength = regression.strength().ofUser(profile.size);
      }
      Arrays.fill(profile.weight, 0, profile.size, 0);
      byMovies = movies.isPresent() && findWeights(profile, movies.get());
      rated.fill(matrices, profile, candidates >= MANY);
    }

    private boolean findWeights(Profile profile, MovieRegression regression) {
      movieStrength = regression.strength().ofUser(profile.size);
      if (profile.user < 0) {
        weights = weights == null ? new MovieWeights() : weights;
        return weights.solve(regression, profile);
      }
      int start = ratings.rowStart(profile.user);
      for (int p = 0; p < profile.size; p++) {
        profile.weight[p] = regression.weights()[start + p];
      }
      return true;
    }

    /** Looks a movie up, and tells whether something bears on it. */
    boolean look(Profile profile, int movie) {
      sums.take(matrices, movie, rated.place, profile.size, rated.residual, rated.weight);
      support = sums.nonZero();
      if (movies.isPresent() && !byMovies) {
        support = 0;
        for (int p = 0; users.isPresent() && p < profile.size; p++) {
          support += users.get().counts().at(movie, profile.movie[p]) != 0 ? 1 : 0;
        }
      }
      return support > 0;
    }

    /** What they say beyond the baseline. */
    double evidence(int movie) {
      double sum = 0;
      if (users.isPresent()) {
        double prediction =
            residualNorm * (rated.residualStep * sums.first()) + countNorm * sums.second();
        sum += (userStrength + strengthOfUsers[movie]) * prediction;
      }
      if (byMovies) {
        sum += (movieStrength + strengthOfMovies[movie]) * (rated.weightStep * sums.third());
      }
      return sum;
    }
  }
}
