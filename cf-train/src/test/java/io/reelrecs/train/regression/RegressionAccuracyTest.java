package io.reelrecs.train.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.model.UserRegression;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Trainer;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The error on the first of MovieLens 100K's own splits, where the data is. */
class RegressionAccuracyTest {

  private Model model;
  private RatingTable test;

  /** What both sides say of each test rating, beside its own baseline. */
  private double[] users;

  private double[] movies;
  private double[] baselines;

  @Test
  void rmse_ofSplitOne_asInThePrototype() throws Exception {
    String data = System.getProperty("reelrecs.data", System.getenv("REELRECS_DATA"));
    assumeThat(data).as("reelrecs.data or REELRECS_DATA, the folder of ml-100k").isNotNull();
    Path folder = Path.of(data).resolve("ml-100k");
    assumeThat(folder.resolve("u1.base")).exists();
    test = read(folder.resolve("u1.test"));
    TrainingParameters baselineAlone = TrainingParameters.of(Algorithm.BASELINE);
    model =
        new Trainer(baselineAlone)
            .train(read(folder.resolve("u1.base")), MovieCatalog.empty(), TrainingListener.NONE)
            .model();
    predict();

    Strength user = UserRegressionParameters.DEFAULT.strength();
    Strength movie = MovieRegressionParameters.DEFAULT.strength();
    Strength none = new Strength(0, 0, 0);
    assertThat(rmse(none, none)).isBetween(0.950, 0.955);
    assertThat(rmse(user, none)).isLessThanOrEqualTo(0.9225);
    assertThat(rmse(none, movie)).isLessThanOrEqualTo(0.9010);
    assertThat(
            rmse(
                UserRegressionParameters.IN_FUSION.strength(),
                MovieRegressionParameters.IN_FUSION.strength()))
        .isLessThanOrEqualTo(0.8975);
  }

  private static RatingTable read(Path file) throws Exception {
    return RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
  }

  private void predict() throws InterruptedException {
    RatingMatrix ratings = model.ratings();
    Baseline baseline = model.baseline();
    UserRegression byUsers =
        UserRegressionTrainer.train(
            ratings, baseline, UserRegressionParameters.DEFAULT, 2, RegressionListener.NONE);
    MovieRegression byMovies =
        MovieRegressionTrainer.train(
            ratings, baseline, MovieRegressionParameters.DEFAULT, 2, RegressionListener.NONE);
    users = new double[test.size()];
    movies = new double[test.size()];
    baselines = new double[test.size()];
    for (int t = 0; t < test.size(); t++) {
      int user = model.users().indexOf(test.userAt(t));
      int movie = model.movies().indexOf(test.movieAt(t));
      baselines[t] =
          baseline.mean()
              + (user < 0 ? 0 : baseline.userBias(user))
              + (movie < 0 ? 0 : baseline.movieBias(movie));
      if (user < 0 || movie < 0) {
        continue;
      }
      double squares = byUsers.shrinkage();
      double residuals = 0;
      double counts = 0;
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        int j = ratings.movieAt(p);
        double e =
            ratings.ratingAt(p) - baseline.mean() - baseline.userBias(user) - baseline.movieBias(j);
        squares += e * e;
        residuals += e * byUsers.residuals().at(movie, j);
        counts += byUsers.counts().at(movie, j);
        movies[t] += byMovies.kernel().at(movie, j) * byMovies.weights()[p];
      }
      users[t] =
          residuals / Math.sqrt(squares)
              + byUsers.countWeight() * counts / Math.sqrt(ratings.rowLength(user));
    }
  }

  private double rmse(Strength ofUsers, Strength ofMovies) {
    DoubleUnaryOperator clamp = rating -> Math.max(1, Math.min(5, rating));
    double squares = 0;
    for (int t = 0; t < test.size(); t++) {
      double error =
          clamp.applyAsDouble(
                  baselines[t]
                      + users[t] * strength(ofUsers, t)
                      + movies[t] * strength(ofMovies, t))
              - test.ratingAt(t);
      squares += error * error;
    }
    return Math.sqrt(squares / test.size());
  }

  private double strength(Strength strength, int t) {
    int user = model.users().indexOf(test.userAt(t));
    int movie = model.movies().indexOf(test.movieAt(t));
    return strength.ofUser(user < 0 ? 0 : model.ratings().rowLength(user))
        + strength.ofMovie(movie < 0 ? 0 : model.ratings().columnLength(movie));
  }
}
