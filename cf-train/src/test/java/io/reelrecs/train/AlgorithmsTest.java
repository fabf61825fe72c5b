package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.ratings.RatingTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every algorithm from ratings to answers, by way of the model file. */
class AlgorithmsTest {

  @TempDir private Path folder;

  private static Model train(RatingTable ratings, Recipe recipe, int threads) {
    return new Trainer(new TrainingParameters(recipe, threads))
        .train(ratings, MovieCatalog.empty(), TrainingListener.NONE)
        .model();
  }

  private Path write(String name, Model model) throws IOException {
    Path file = folder.resolve(name);
    ModelFile.write(model, file);
    return file;
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void train_givesTheSameBytes_forAnyNumberOfThreads(Algorithm algorithm) throws IOException {
    RatingTable ratings = TrainerTest.random(3, 120, 90, 3_000);
    Path one = write("one", train(ratings, Recipe.of(algorithm), 1));
    Path three = write("three", train(ratings, Recipe.of(algorithm), 3));

    assertThat(Files.readAllBytes(three)).isEqualTo(Files.readAllBytes(one));
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void model_answersTheSame_fromItsFile(Algorithm algorithm) throws IOException {
    RatingTable ratings = TrainerTest.random(5, 80, 60, 1_500);
    Model model = train(ratings, Recipe.of(algorithm), 2);
    Model read = ModelFile.read(write("model", model));
    long[] movies = model.movies().toArray();

    assertThat(read.manifest().algorithm()).isEqualTo(algorithm.label());
    assertThat(read.manifest().parameters()).isEqualTo(Recipe.of(algorithm).values());
    for (long user : model.users().toArray()) {
      assertThat(Scorer.of(read).score(user, movies).asList())
          .isEqualTo(Scorer.of(model).score(user, movies).asList());
      assertThat(Scorer.of(read).recommend(user, 10))
          .isEqualTo(Scorer.of(model).recommend(user, 10));
    }
  }

  @ParameterizedTest
  @EnumSource(Algorithm.class)
  void model_answersEverything_withinTheScale(Algorithm algorithm) {
    RatingTable ratings = TrainerTest.random(7, 60, 50, 900);
    Model model = train(ratings, Recipe.of(algorithm), 1);
    Scorer scorer = Scorer.of(model);
    RatedMovies rated = RatedMovies.of(Map.of(model.movies().idAt(3), 5.0, 999_999L, 1.0));
    for (long user : new long[] {model.users().idAt(0), 888_888}) {
      for (long movie : new long[] {model.movies().idAt(0), 777_777}) {
        Score score = scorer.score(user, movie);
        assertThat(score.predicted()).isBetween(1.0, 5.0);
        Explanation explanation = scorer.explain(user, movie);
        assertThat(explanation.score()).isEqualTo(score);
        assertThat(scorer.score(rated, new long[] {movie}).get(0).predicted()).isBetween(1.0, 5.0);
      }
      assertThat(scorer.recommend(user, 5)).hasSize(5);
    }
    assertThat(scorer.recommend(rated, 5))
        .hasSize(5)
        .extracting(Recommendation::movieId)
        .doesNotContain(model.movies().idAt(3));
  }

  @ParameterizedTest
  @EnumSource(
      value = Algorithm.class,
      names = {"USER", "ITEM", "FUSION"})
  void model_hasEvidence_whereSomebodySharesAMovie(Algorithm algorithm) {
    Model model = train(TrainerTest.random(9, 60, 50, 900), Recipe.of(algorithm), 1);

    Score score = Scorer.of(model).score(model.users().idAt(1), model.movies().idAt(2));

    assertThat(score.source()).isEqualTo(ScoreSource.NEIGHBORS);
    assertThat(score.support()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"neighbors", "linear", "popularity", "prediction"})
  void ranking_isTheOneAskedFor(String ranking) {
    RatingTable ratings = TrainerTest.random(11, 60, 50, 900);
    Map<String, Class<?>> types = new HashMap<>();
    types.put("neighbors", Ranking.ByNeighbors.class);
    types.put("linear", Ranking.ByLinearModel.class);
    types.put("popularity", Ranking.ByPopularity.class);
    types.put("prediction", Ranking.ByPrediction.class);

    Model model = train(ratings, Recipe.parse("item:ranking=" + ranking), 1);

    assertThat(model.learned().ranking()).isInstanceOf(types.get(ranking));
  }

  @Test
  void ranking_linearOfAnotherAlgorithm_isThatOfEase() {
    RatingTable ratings = TrainerTest.random(13, 60, 50, 900);

    assertThat(train(ratings, Recipe.parse("item:ranking=linear"), 1).learned().ranking())
        .isEqualTo(train(ratings, Recipe.of(Algorithm.EASE), 1).learned().ranking());
  }

  @Test
  void train_withoutAnyPositive_recommendsAllTheSame() {
    RatingTable.Builder low = RatingTable.builder();
    for (int user = 0; user < 20; user++) {
      low.add(user, user % 7, 1 + user % 3, 0).add(user, 7 + user % 5, 2, 0);
    }
    for (Algorithm algorithm : Algorithm.values()) {
      if (algorithm.has("positive-from")) {
        Recipe recipe = Recipe.of(algorithm).with("positive-from", "5");
        Scorer scorer = Scorer.of(train(low.build(), recipe, 1));

        assertThat(scorer.recommend(1, 3)).as(algorithm.label()).hasSize(3);
      }
    }
  }

  @Test
  void memoryToTrain_countsWhatTheRecipeAsksFor() {
    AlgorithmContender linear = new AlgorithmContender(Recipe.of(Algorithm.FUSION));
    AlgorithmContender neighbors = new AlgorithmContender(Recipe.parse("fusion:ranking=neighbors"));
    long matrix = 4L * 3706 * 3706;

    assertThat(linear.memoryToTrain(6040, 3706, 1_000_000))
        .isGreaterThan(neighbors.memoryToTrain(6040, 3706, 1_000_000) + matrix / 2);
    assertThat(linear.forPredictions().memoryToTrain(6040, 3706, 1_000_000))
        .isLessThanOrEqualTo(neighbors.memoryToTrain(6040, 3706, 1_000_000));
  }
}
