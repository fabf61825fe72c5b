package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.MovieRegression;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Users given by ratings, beside the same users in the model. */
class FoldInTest {

  @TempDir private Path folder;

  static Stream<Model> everyKind() {
    return SampleLearned.everyKind(SampleModels.random(30, 25, 0.2, SampleRatings.STARS, 1));
  }

  static Stream<Model> fitted() {
    return Stream.of(SampleRatings.STARS, SampleRatings.TENTHS, new float[] {-2, -1, 1, 2})
        .map(values -> SampleRatings.random(30, 25, 0.2, values, 3))
        .map(ratings -> SampleModels.of(ratings, 5, MissingRating.ZERO))
        .map(SampleLearned::withFoldedBiases);
  }

  /** Of an unknown movie a score is the mean and the user's bias. */
  @ParameterizedTest
  @MethodSource("fitted")
  void score_ofAUsersOwnRatings_hasTheStoredBias_toTheBit(Model model) {
    Scorer scorer = Scorer.of(model);
    for (int user = 0; user < model.users().size(); user++) {
      Map<Long, Double> rated = ScorerContract.ratingsOf(model, user);
      Explanation stored = scorer.explain(model.users().idAt(user), -1);
      Explanation folded = scorer.explain(RatedMovies.of(rated), -1);

      assertThat(folded.rating().base()).isEqualTo(stored.rating().base());
      assertThat(folded.score().source())
          .isEqualTo(rated.isEmpty() ? ScoreSource.GLOBAL_MEAN : ScoreSource.USER_BASELINE);
    }
  }

  @ParameterizedTest
  @MethodSource("fitted")
  void score_ofAUsersOwnRatings_isTheStoredOne_toTheBit_whereRatersSpeak(Model plain) {
    Model model = SampleLearned.regressions(plain, true, false, new Ranking.ByPrediction());
    Scorer scorer = Scorer.of(model);
    long[] movies = model.movies().toArray();
    for (int user = 0; user < model.users().size(); user++) {
      Map<Long, Double> rated = ScorerContract.ratingsOf(model, user);
      Scores stored = scorer.score(model.users().idAt(user), movies);
      Scores folded = scorer.score(RatedMovies.of(rated), movies);
      for (int i = 0; i < movies.length; i++) {
        assertThat(folded.get(i)).isEqualTo(stored.get(i));
      }
    }
  }

  /** Stored weights that solve the stored kernel; a fold-in finds them again in a few steps. */
  @ParameterizedTest
  @MethodSource("fitted")
  void score_ofAUsersOwnRatings_isNearlyTheStoredOne_whereMoviesSpeak(Model plain) {
    MovieRegression random = SampleLearned.movies(plain, 2, 4);
    float[] weights = new float[plain.ratings().size()];
    for (int user = 0; user < plain.users().size(); user++) {
      int start = plain.ratings().rowStart(user);
      double[] solved = solve(plain, random, user);
      for (int p = 0; p < solved.length; p++) {
        weights[start + p] = (float) solved[p];
      }
    }
    MovieRegression solved =
        new MovieRegression(
            random.regularization(),
            random.exponent(),
            random.strength(),
            random.kernel(),
            weights);
    Model model =
        SampleModels.with(
            plain, new Learned(Optional.empty(), Optional.of(solved), new Ranking.ByPrediction()));
    Scorer scorer = Scorer.of(model);
    long[] movies = model.movies().toArray();
    for (int user = 0; user < model.users().size(); user++) {
      Map<Long, Double> rated = ScorerContract.ratingsOf(model, user);
      Scores stored = scorer.score(model.users().idAt(user), movies);
      Scores folded = scorer.score(RatedMovies.of(rated), movies);
      for (int i = 0; i < movies.length; i++) {
        assertThat(folded.support(i)).isEqualTo(stored.support(i));
        assertThat(folded.value(i)).isCloseTo(stored.value(i), within(0.005));
      }
    }
  }

  private static double[] solve(Model model, MovieRegression regression, int user) {
    int start = model.ratings().rowStart(user);
    int n = model.ratings().rowLength(user);
    double[][] system = new double[n][n];
    double[] residual = new double[n];
    for (int p = 0; p < n; p++) {
      int movie = model.ratings().movieAt(start + p);
      for (int q = 0; q < n; q++) {
        system[p][q] = regression.kernel().at(movie, model.ratings().movieAt(start + q));
      }
      system[p][p] += 2 * Math.sqrt(n / 100.0);
      residual[p] =
          model.ratings().ratingAt(start + p)
              - model.baseline().mean()
              - model.baseline().userBias(user)
              - model.baseline().movieBias(movie);
    }
    return DenseSystem.solve(system, residual);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyAnswer_toNoRatings_isThatToAnUnknownUser(Model model) {
    Scorer scorer = Scorer.of(model);
    long[] movies = ScorerContract.ids(model.movies());
    RatedMovies unknownMovies = RatedMovies.of(Map.of(5L, 3.0, 4294967295L, 4.0));
    for (RatedMovies rated : List.of(RatedMovies.of(Map.of()), unknownMovies)) {
      assertThat(scorer.score(rated, movies).asList()).isEqualTo(scorer.score(-1, movies).asList());
      assertThat(scorer.rank(rated, movies)).isEqualTo(scorer.rank(-1, movies));
      assertThat(scorer.recommend(rated, 9)).isEqualTo(scorer.recommend(-1, 9)).hasSize(9);
      assertThat(scorer.explain(rated, 1)).isEqualTo(scorer.explain(-1, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyAnswer_refusesARatingOffTheScale(Model model) {
    Scorer scorer = Scorer.of(model);
    for (double rating : new double[] {0.99, 5.01, -4, 1e300}) {
      RatedMovies rated = RatedMovies.of(Map.of(8L, 3.0, 15L, rating));
      String message =
          "rating must be in [1.0, 5.0], the scale of the model, actual: "
              + rating
              + " for movie 15";
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.score(rated, new long[] {1}))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.rank(rated, new long[] {1}))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.recommend(rated, 1))
          .withMessage(message);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> scorer.explain(rated, 1))
          .withMessage(message);
    }
    RatedMovies unknown = RatedMovies.of(Map.of(5L, 9.0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scorer.score(unknown, new long[] {1}))
        .withMessageEndingWith("actual: 9.0 for movie 5");
  }

  /** 4.2 is no float: the top of the scale is a little less than the number that a user writes. */
  @Test
  void score_takesDecimals_asTheTrainingDoes() {
    Model model = SampleModels.random(30, 25, 0.3, SampleRatings.TENTHS, 2);
    Scorer scorer = Scorer.of(model);
    long[] movies = model.movies().toArray();
    Map<Long, Double> written = new TreeMap<>(Map.of(1L, 4.2, 8L, 0.1, 15L, 0.7));
    Map<Long, Double> trained = new TreeMap<>();
    written.forEach((movie, rating) -> trained.put(movie, (double) rating.floatValue()));

    assertThat(model.ratings().scale().hi()).isLessThan(4.2);
    assertThat(scorer.score(RatedMovies.of(written), movies).asList())
        .isEqualTo(scorer.score(RatedMovies.of(trained), movies).asList());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyAnswer_leavesTheModelAsItWas(Model model) throws IOException {
    Path before = folder.resolve("before.rrm");
    Path after = folder.resolve("after.rrm");
    ModelFile.write(model, before);
    long[] movies = model.movies().toArray();
    List<Score> expected = Scorer.of(model).score(13, movies).asList();
    double[] ranks = Scorer.of(model).rank(13, movies);
    Scorer scorer = Scorer.of(model);
    List<Map<Long, Double>> given = ScorerContract.rated(model);
    for (int round = 0; round < 2; round++) {
      for (Map<Long, Double> one : given) {
        RatedMovies rated = RatedMovies.of(one);
        List<Score> scores = scorer.score(rated, movies).asList();
        scorer.rank(rated, movies);
        scorer.recommend(rated, 3);
        scorer.explain(rated, 8);
        assertThat(scorer.score(rated, movies).asList()).isEqualTo(scores);
      }
    }

    assertThat(scorer.score(13, movies).asList()).isEqualTo(expected);
    assertThat(scorer.rank(13, movies)).isEqualTo(ranks);
    ModelFile.write(model, after);
    assertThat(after).hasSameBinaryContentAs(before);
  }
}
