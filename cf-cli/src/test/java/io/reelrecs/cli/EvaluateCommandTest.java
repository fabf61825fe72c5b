package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.Trainer;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluateCommandTest {

  @TempDir private Path folder;
  private String ratings;

  @BeforeEach
  void makeRatings() throws IOException {
    ratings = SmallModel.ratings(folder.resolve("ratings.dat")).toString();
  }

  @Test
  void evaluate_givenSplit_hasTheRmseThatTheScorerHas() throws Exception {
    List<String> lines = Files.readAllLines(Path.of(ratings));
    List<String> train = new ArrayList<>();
    List<String> test = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      (i % 6 == 0 ? test : train).add(lines.get(i));
    }
    Path trainFile = Files.write(folder.resolve("train.dat"), train);
    Path testFile = Files.write(folder.resolve("test.dat"), test);

    Run run =
        Run.of(
            "evaluate", "--train", trainFile.toString(), "--test", testFile.toString(), "--json");

    assertThat(run.err()).isEmpty();
    JsonObject metrics = run.json().get(0).getAsJsonObject("metrics");
    assertThat(metrics.getAsJsonObject("rmse").get("mean").getAsDouble())
        .isCloseTo(rmse(table(trainFile), table(testFile)), within(1e-12));
  }

  private static double rmse(RatingTable train, RatingTable test) {
    Scorer scorer =
        Scorer.of(
            new Trainer(TrainingParameters.DEFAULT)
                .train(train, MovieCatalog.empty(), TrainingListener.NONE)
                .model());
    double squares = 0;
    for (int i = 0; i < test.size(); i++) {
      double error = scorer.score(test.userAt(i), test.movieAt(i)).predicted() - test.ratingAt(i);
      squares += error * error;
    }
    return Math.sqrt(squares / test.size());
  }

  private static RatingTable table(Path file) throws Exception {
    return RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
  }

  @Test
  void evaluate_folds_asksForEveryRatingOnceWhateverTheThreads() {
    Run one = Run.of("evaluate", "--ratings", ratings, "--folds", "4", "--threads", "1", "--json");
    Run two = Run.of("evaluate", "--ratings", ratings, "--folds", "4", "--threads", "2", "--json");

    JsonObject result = one.json().get(0);
    assertThat(result.get("algorithm").getAsString()).isEqualTo("fusion");
    assertThat(result.get("protocol").getAsString()).isEqualTo("4-fold, seed 1");
    assertThat(result.get("splits").getAsInt()).isEqualTo(4);
    assertThat(result.get("ratings").getAsInt()).isEqualTo(SmallModel.RATINGS);
    JsonArray bySplit =
        result.getAsJsonObject("metrics").getAsJsonObject("rmse").getAsJsonArray("by_split");
    assertThat(bySplit).hasSize(4);
    assertThat(two.out()).isEqualTo(one.out());
  }

  @Test
  void evaluate_twoAlgorithms_areComparedOnTheSameSplits() {
    Run run =
        Run.of("evaluate", "--ratings", ratings, "--algorithm", "baseline,reference", "--json");

    List<JsonObject> objects = run.json();
    assertThat(objects).hasSize(3);
    assertThat(objects.get(0).getAsJsonObject("sources").get("NEIGHBORS").getAsLong()).isZero();
    assertThat(objects.get(1).getAsJsonObject("sources").get("NEIGHBORS").getAsLong()).isPositive();
    JsonObject comparison = objects.get(2);
    assertThat(comparison.get("first").getAsString()).isEqualTo("baseline");
    assertThat(comparison.get("second").getAsString()).isEqualTo("reference");
    assertThat(comparison.get("pairs").getAsInt()).isEqualTo(SmallModel.USERS);
    assertThat(comparison.get("adjusted_p").getAsDouble()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"--hold-out,0.2", "--temporal,0.1", "--folds,3"})
  void evaluate_ranking_measuresRecommendationsToo(String split, String value) {
    Run run = Run.of("evaluate", "--ratings", ratings, split, value, "--ranking", "--json");

    assertThat(run.err()).isEmpty();
    JsonObject metrics = run.json().get(0).getAsJsonObject("metrics");
    assertThat(metrics.keySet()).contains("rmse", "mae", "ndcg@10", "recall@10", "hit-rate@10");
    assertThat(metrics.getAsJsonObject("ndcg@10").get("mean").getAsDouble()).isBetween(0.0, 1.0);
  }

  @Test
  void evaluate_limits_endWithSevenOnlyWhenBroken() {
    assertThat(Run.of("evaluate", "--ratings", ratings, "--max-rmse", "4").status()).isZero();

    Run broken =
        Run.of("evaluate", "--ratings", ratings, "--max-rmse", "0.01", "--min-coverage", "1.5");

    assertThat(broken.status()).isEqualTo(7);
    assertThat(broken.out()).contains("rmse");
    assertThat(broken.err())
        .contains("fusion: rmse is")
        .contains("above the limit of 0.01")
        .contains("neighbor-coverage is")
        .contains("below the limit of 1.5");
  }

  @Test
  void evaluate_limitOnSomethingNotMeasured_isBroken() {
    Run run = Run.of("evaluate", "--ratings", ratings, "--min-ndcg", "0");

    assertThat(run.status()).isEqualTo(7);
    assertThat(run.err()).contains("ndcg@10 has a limit but was not measured");
  }

  @Test
  void evaluate_wrongUse_isSaidInPlainWords() {
    assertUsage("say what to evaluate on", "evaluate");
    assertUsage(
        "say one way to split",
        "evaluate",
        "--ratings",
        ratings,
        "--folds",
        "5",
        "--hold-out",
        "0.2");
    assertUsage("every --train needs its --test", "evaluate", "--train", ratings);
    assertUsage("leave --ratings", "evaluate", "--ratings", ratings, "--train", ratings);
    assertUsage("folds must be", "evaluate", "--ratings", ratings, "--folds", "1");
    assertUsage(
        "algorithm must be one of fusion, user, item, ease, reference, baseline, popular, actual: magic",
        "evaluate",
        "--ratings",
        ratings,
        "--algorithm",
        "magic");
  }

  @Test
  void evaluate_splitWithAnEmptySide_isUsage() throws IOException {
    Path tiny = Files.writeString(folder.resolve("tiny.dat"), "1::1::4::0\n2::1::3::0\n");

    assertThat(Run.of("evaluate", "--ratings", tiny.toString(), "--hold-out", "0.1").status())
        .isEqualTo(2);
  }

  private static void assertUsage(String message, String... args) {
    Run run = Run.of(args);
    assertThat(run.status()).as(run.err()).isEqualTo(2);
    assertThat(run.err()).contains(message);
    assertThat(run.out()).isEmpty();
  }
}
