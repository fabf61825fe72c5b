package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Scorer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users given by ratings, and explanations. */
class NewUserTest {

  private static final RatedMovies RATED = RatedMovies.of(Map.of(3L, 5.0, 4L, 1.0));

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void score_ofRatings_isThatOfTheLibrary() {
    Run run = small.run("score", "--rated", "4:1,3:5", "--movies", "1,2,9999", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    List<JsonObject> rows = run.json();
    long[] movies = {1, 2, 9999};
    for (int i = 0; i < movies.length; i++) {
      assertThat(rows.get(i).get("user").isJsonNull()).isTrue();
      assertThat(rows.get(i).get("movie").getAsLong()).isEqualTo(movies[i]);
      assertThat(rows.get(i).get("score").getAsDouble())
          .isEqualTo(Scorer.of(small.model()).score(RATED, movies).value(i));
    }
  }

  @Test
  void recommend_ofRatings_isThatOfTheLibrary() {
    Run run = small.run("recommend", "--rated", "4:1,3:5", "--n", "4");

    assertThat(run.status()).isZero();
    assertThat(run.rows()).hasSize(4).allMatch(row -> row.startsWith("new "));
    Run json = small.run("recommend", "--rated", "4:1,3:5", "--n", "4", "--json");
    assertThat(json.json().stream().map(row -> row.get("movie").getAsLong()))
        .containsExactlyElementsOf(
            Scorer.of(small.model()).recommend(RATED, 4).stream()
                .map(Recommendation::movieId)
                .toList());
  }

  @Test
  void recommend_moreThanThereAre_saysWhy() {
    Run run = small.run("recommend", "--user", "1", "--n", "1000");

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith("user 1 got " + run.rows().size() + " of 1000: the model has ")
        .contains("of which the user rated ");
    Run all = small.run("recommend", "--users", "all", "--n", "1000");
    assertThat(all.err()).contains((SmallModel.USERS - 1) + " other users got fewer too");
  }

  @Test
  void rated_unknownMovies_areSaidAndPassedOver() {
    Run run = small.run("score", "--rated", "3:5,4:1,777777:2", "--movie", "1", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEqualTo("1 movie of --rated is not in the model and says nothing\n");
    assertThat(run.json().get(0).get("score").getAsDouble())
        .isEqualTo(Scorer.of(small.model()).score(RATED, new long[] {1}).value(0));
    assertThat(small.run("score", "--rated", "777777:2", "--movie", "1", "--strict").status())
        .isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3|--rated must be movie:rating, as in 318:5,527:4, actual: 3",
        "3:x|--rated must have a number as rating, actual: 3:x",
        "3:5,3:4|--rated must rate each movie once, actual: 3:4",
        "3:6|rating must be in [1.0, 5.0], the scale of the model, actual: 6.0 for movie 3",
        "3:NaN|rating must be finite, actual: NaN for movie 3"
      })
  void rated_wrong_isSaidInPlainWords(String rated, String message) {
    for (String command : List.of("score", "explain")) {
      Run run = small.run(command, "--rated", rated, "--movie", "1");

      assertThat(run.status()).isEqualTo(2);
      assertThat(run.problem()).isEqualTo(message);
      assertThat(run.out()).isEmpty();
    }
    assertThat(small.run("recommend", "--rated", rated).problem()).isEqualTo(message);
  }

  @Test
  void rated_isInsteadOfAnId() {
    assertThat(small.run("score", "--rated", "3:5", "--user", "1", "--movie", "1").status())
        .isEqualTo(2);
    assertThat(small.run("score", "--rated", "3:5", "--pairs", "x").status()).isEqualTo(2);
    assertThat(small.run("recommend", "--rated", "3:5", "--users", "all").status()).isEqualTo(2);
    assertThat(small.run("explain", "--rated", "3:5", "--user", "1", "--movie", "1").status())
        .isEqualTo(2);
    assertThat(small.run("explain", "--movie", "1").problem()).startsWith("say which user");
  }

  /** A movie that neighbors have something to say about. */
  private static long best() {
    return Scorer.of(small.model()).recommend(1, 1).get(0).movieId();
  }

  @Test
  void explain_json_isTheExplanationOfTheLibrary() {
    long movie = best();
    Run run = small.run("explain", "--user", "1", "--movie", "" + movie, "--n", "2", "--json");

    Explanation explanation = Scorer.of(small.model()).explain(1, movie);
    JsonObject row = run.json().get(0);
    assertThat(row.get("score").getAsDouble()).isEqualTo(explanation.score().value());
    JsonObject rating = row.getAsJsonObject("rating");
    assertThat(rating.get("total").getAsDouble()).isEqualTo(explanation.rating().total());
    assertThat(rating.getAsJsonArray("users"))
        .hasSize(Math.min(2, explanation.rating().users().size()))
        .isNotEmpty();
    assertThat(rating.getAsJsonArray("users").get(0).getAsJsonObject().get("id").getAsLong())
        .isEqualTo(explanation.rating().users().get(0).id());
  }

  @Test
  void explain_text_addsUp() {
    Run run = small.run("explain", "--user", "1", "--movie", "" + best());

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("predicted rating ")
        .contains(" = 0.0000 + ")
        .containsPattern("user +contribution +similarity +rating")
        .contains("relevance ");
    assertThat(small.run("explain", "--user", "1", "--movie", "3", "--n", "-1").problem())
        .isEqualTo("n must be >= 0, actual: -1");
  }

  @Test
  void algorithms_listsAllWithTheirParameters() {
    Run text = Run.of("algorithms");
    Run json = Run.of("algorithms", "--json");

    assertThat(text.out())
        .contains("fusion: ")
        .contains("(the default)")
        .contains("  lambda=")
        .contains("popular: ");
    assertThat(json.json())
        .extracting(row -> row.get("algorithm").getAsString())
        .containsExactly("fusion", "user", "item", "ease", "reference", "baseline", "popular");
  }
}
