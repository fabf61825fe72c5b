package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.ScaledMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.model.Strength;
import io.reelrecs.core.model.UserRegression;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures as large and as small as a model file may hold: nothing is ever NaN, nothing throws. */
class ExtremeModelsTest {

  private static final float MOST = Float.MAX_VALUE;

  @TempDir private Path folder;

  static Stream<Model> models() {
    return Stream.of(
            SampleModels.random(9, 8, 0.5, SampleRatings.STARS, 1),
            SampleModels.random(9, 8, 0.5, new float[] {MOST, -MOST, Float.MIN_VALUE}, 2),
            SampleModels.of(
                SampleRatings.random(9, 8, 0.5, new float[] {MOST, 0}, 3),
                5,
                MissingRating.USER_MEAN))
        .flatMap(model -> Stream.of(model, wild(model, 1), wild(model, -1)))
        .flatMap(model -> learned(model).map(parts -> SampleModels.with(model, parts)));
  }

  /** Biases at their bounds, of the two signs in turn. */
  private static Model wild(Model model, double sign) {
    double[] users = new double[model.users().size()];
    double[] movies = new double[model.movies().size()];
    Arrays.setAll(users, user -> user % 2 == 0 ? 1e50 : -1e50);
    Arrays.setAll(movies, movie -> movie % 3 == 0 ? -1e50 : 1e50);
    return SampleModels.with(model, Baseline.of(sign * 1e50, users, movies, 0));
  }

  private static Stream<Learned> learned(Model model) {
    int movies = model.movies().size();
    float[] weights = new float[model.ratings().size()];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = p % 2 == 0 ? MOST : -MOST;
    }
    Strength strong = new Strength(1e6, 1e6, -1e6);
    Optional<UserRegression> users =
        Optional.of(
            new UserRegression(
                Double.MIN_VALUE, 1e6, strong, signs(movies, MOST), signs(movies, MOST), weights));
    ScaledMatrix linear = signs(movies, MOST);
    List<Ranking> rankings =
        List.of(
            new Ranking.ByPrediction(),
            new Ranking.ByPopularity(Double.NEGATIVE_INFINITY),
            new Ranking.ByLinearModel(Double.NEGATIVE_INFINITY, Double.MIN_VALUE, linear),
            new Ranking.ByLinearModel(model.ratings().scale().hi(), 1, linear),
            SampleLearned.neighbors(model, Double.NEGATIVE_INFINITY, 3, 10, 10),
            SampleLearned.neighbors(model, model.ratings().scale().hi(), 3, 0, 10));
    return rankings.stream()
        .flatMap(
            ranking ->
                Stream.concat(
                    Stream.of(
                        new Learned(Optional.empty(), Optional.empty(), ranking),
                        new Learned(users, Optional.empty(), ranking)),
                    kernels(movies, strong, weights)
                        .map(kernel -> new Learned(users, Optional.of(kernel), ranking))));
  }

  private static Stream<MovieRegression> kernels(int movies, Strength strong, float[] weights) {
    float[][] apart = new float[movies][movies]; // half of the movies alike to the others alone
    for (int i = 0; i < movies; i++) {
      for (int j = 0; j < movies; j++) {
        apart[i][j] = (i < movies / 2) == (j < movies / 2) ? 0 : MOST;
      }
    }
    return Stream.of(
            signs(movies, MOST),
            signs(movies, Float.MIN_VALUE),
            ScaledMatrix.ofSymmetric(apart),
            ScaledMatrix.ofRows(movies, new float[movies][movies]))
        .flatMap(
            kernel ->
                Stream.of(Double.MIN_VALUE, 1e-300, 1.0, Double.MAX_VALUE)
                    .map(penalty -> new MovieRegression(penalty, 1, strong, kernel, weights)));
  }

  /** Symmetric, with entries of one size and either sign. */
  private static ScaledMatrix signs(int size, float entry) {
    Random random = new Random(4);
    float[][] rows = new float[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = random.nextBoolean() ? entry : -entry;
        rows[j][i] = rows[i][j];
      }
    }
    return ScaledMatrix.ofSymmetric(rows);
  }

  @Test
  void everyAnswer_isFinite() throws IOException {
    List<Model> models = models().toList();
    assertThat(models).hasSizeGreaterThan(900);
    Path file = folder.resolve("extreme.rrm");
    for (int i = 0; i < models.size(); i++) {
      ModelFile.write(models.get(i), file);
      Model model = ModelFile.read(file);
      Scorer scorer = Scorer.of(model);
      long[] movies = ScorerContract.ids(model.movies());
      for (long user : new long[] {3, 13, 23, 33, -1}) {
        assertFinite(scorer.score(user, movies), model);
        assertFinite(scorer.rank(user, movies));
        assertThat(scorer.recommend(user, 20)).size().isPositive();
        for (long movie : movies) {
          assertFinite(scorer.explain(user, movie));
        }
      }
      for (int user = 0; user < 4; user++) {
        RatedMovies rated = RatedMovies.of(ScorerContract.ratingsOf(model, user));
        assertFinite(scorer.score(rated, movies), model);
        assertFinite(scorer.rank(rated, movies));
        assertThat(scorer.recommend(rated, 20)).size().isPositive();
        for (long movie : movies) {
          assertFinite(scorer.explain(rated, movie));
        }
      }
    }
  }

  private static void assertFinite(Scores scores, Model model) {
    for (Score score : scores.asList()) {
      assertThat(score.predicted())
          .isBetween(model.ratings().scale().lo(), model.ratings().scale().hi());
    }
  }

  private static void assertFinite(double[] figures) {
    for (double figure : figures) {
      assertThat(figure).isFinite();
    }
  }

  private static void assertFinite(Explanation found) {
    for (Explanation.Account account : List.of(found.rating(), found.relevance())) {
      assertThat(account.total()).isFinite();
      assertThat(account.base()).isFinite();
      for (Explanation.Influence one : account.users()) {
        assertThat(one.contribution()).isFinite();
        assertThat(one.similarity()).isFinite();
      }
      for (Explanation.Influence one : account.movies()) {
        assertThat(one.contribution()).isFinite();
        assertThat(one.similarity()).isFinite();
      }
    }
  }

  /** Weights that cannot be solved for say nothing, and the answer says where it came from. */
  @Test
  void score_isTheBaseline_whereWeightsCannotBeSolvedFor() {
    Model model = SampleModels.random(9, 8, 0.5, SampleRatings.STARS, 1);
    ScaledMatrix nothing = ScaledMatrix.ofRows(8, new float[8][8]);
    MovieRegression regression =
        new MovieRegression(
            1e-300, 0, new Strength(1, 0, 0), nothing, new float[model.ratings().size()]);
    Scorer scorer = Scorer.of(with(model, regression));
    Map<Long, Double> rated = Map.of(1L, 1.0, 8L, 5.0);

    assertThat(scorer.score(RatedMovies.of(rated), new long[] {15}).source(0))
        .isEqualTo(ScoreSource.MOVIE_BASELINE);
    float[][] cells = new float[8][8];
    cells[2][0] = 1e38f;
    cells[0][2] = 1e38f;
    cells[2][1] = 1e38f;
    cells[1][2] = 1e38f;
    MovieRegression bridge =
        new MovieRegression(
            1e-300,
            0,
            new Strength(1, 0, 0),
            ScaledMatrix.ofSymmetric(cells),
            new float[model.ratings().size()]);
    Scorer other = Scorer.of(with(model, bridge));
    assertThat(other.score(RatedMovies.of(rated), new long[] {15}).get(0))
        .isEqualTo(scorer.score(RatedMovies.of(rated), new long[] {15}).get(0));
    assertThat(other.explain(RatedMovies.of(rated), 15).rating().movies()).isEmpty();
    assertThat(other.score(3, 15).source()).isEqualTo(ScoreSource.NEIGHBORS);
  }

  private static Model with(Model model, MovieRegression regression) {
    return SampleModels.with(
        model, new Learned(Optional.empty(), Optional.of(regression), new Ranking.ByPrediction()));
  }

  /** Raters who have something to say are not heard where no movie that was rated is alike. */
  @Test
  void explain_isTheBaselineAlone_whereScoreIs() {
    Model model = SampleModels.random(9, 8, 0.5, SampleRatings.STARS, 1);
    ScaledMatrix nothing = ScaledMatrix.ofRows(8, new float[8][8]);
    float[] weights = new float[model.ratings().size()];
    Learned fusion =
        new Learned(
            Optional.of(SampleLearned.users(model, 3)),
            Optional.of(new MovieRegression(1, 0, new Strength(1, 0, 0), nothing, weights)),
            new Ranking.ByPrediction());
    Scorer scorer = Scorer.of(SampleModels.with(model, fusion));
    for (long user : model.users().toArray()) {
      for (long movie : model.movies().toArray()) {
        Explanation found = scorer.explain(user, movie);

        assertThat(found.score().source()).isEqualTo(ScoreSource.MOVIE_BASELINE);
        assertThat(found.rating().users()).isEmpty();
        assertThat(model.ratings().scale().clamp(found.rating().total()))
            .isEqualTo(found.score().predicted());
      }
    }
  }

  /** A kernel may have entries for a movie that nobody rated; the answer is the baseline's. */
  @ParameterizedTest
  @MethodSource("io.reelrecs.core.score.FoldInTest#everyKind")
  void score_isTheBaseline_whereNobodyRatedTheMovie(Model given) {
    Model model = SampleModels.random(6, 9, 0.2, SampleRatings.STARS, 5);
    Ranking ranking =
        given.learned().ranking() instanceof Ranking.ByLinearModel
            ? new Ranking.ByLinearModel(3, 1, signs(9, 1))
            : new Ranking.ByPrediction();
    float[] weights = new float[model.ratings().size()];
    Arrays.fill(weights, 0.5f);
    Strength strength = new Strength(1, 0, 0);
    UserRegression users = new UserRegression(1, 1, strength, signs(9, 1), signs(9, 1), weights);
    MovieRegression movies = new MovieRegression(1, 0, strength, signs(9, 1), weights);
    Learned learned =
        new Learned(
            given.learned().users().map(any -> users),
            given.learned().movies().map(any -> movies),
            ranking);
    Scorer scorer = Scorer.of(SampleModels.with(model, learned));
    int seen = 0;
    for (int movie = 0; movie < 9; movie++) {
      if (model.ratings().columnLength(movie) == 0) {
        long id = model.movies().idAt(movie);
        for (long user : model.users().toArray()) {
          Explanation found = scorer.explain(user, id);
          assertThat(found.score().source()).isEqualTo(ScoreSource.USER_BASELINE);
          assertThat(found.rating().movies()).isEmpty();
          assertThat(found.rating().users()).isEmpty();
          assertThat(found.relevance().total()).isEqualTo(scorer.rank(user, new long[] {id})[0]);
          seen++;
        }
      }
    }
    assertThat(seen).isPositive();
  }
}
