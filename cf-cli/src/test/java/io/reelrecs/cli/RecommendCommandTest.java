package io.reelrecs.cli;

import static io.reelrecs.cli.SmallModel.MOVIES;
import static io.reelrecs.cli.SmallModel.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecommendCommandTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void recommend_text_isAHeadingAndARowForEach() {
    Run run = small.run("recommend", "--user", "4", "--n", "1");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    Recommendation best = Scorer.of(small.model()).recommend(4, 1).get(0);
    assertThat(run.out().lines())
        .containsExactly(
            "user      rank  movie    score    title",
            String.format(
                Locale.ROOT,
                "4            1  %-8d %-8.4f %s",
                best.movieId(),
                best.score().value(),
                small.model().title(best.movieId())));
  }

  @Test
  void recommend_json_hasTheFieldsOfTheContractInOrder() {
    Recommendation best = Scorer.of(small.model()).recommend(4, 1).get(0);

    assertThat(small.run("recommend", "--user", "4", "--n", "1", "--json").out())
        .isEqualTo(
            "{\"user\":4,\"rank\":1,\"movie\":"
                + best.movieId()
                + ",\"title\":\""
                + small.model().title(best.movieId())
                + "\",\"score\":"
                + best.score().value()
                + ",\"relevance\":"
                + best.relevance()
                + "}\n");
  }

  @Test
  void recommend_all_isEveryUnseenMovieByScoreThenId() {
    // More than the catalog has.
    Run run = small.run("recommend", "--users", "all", "--n", "" + (MOVIES + 10), "--json");

    assertThat(run.status()).isZero();
    Scorer scorer = Scorer.of(small.model());
    List<JsonObject> rows = run.json();
    int at = 0;
    for (long user = 1; user <= USERS; user++) {
      long id = user;
      int row = small.model().users().indexOf(user);
      List<Long> unseen =
          LongStream.rangeClosed(1, MOVIES)
              .filter(m -> small.model().ratings().find(row, (int) m - 1) < 0)
              .boxed()
              .sorted(
                  Comparator.comparing((Long m) -> -scorer.score(id, m).value())
                      .thenComparing(m -> m))
              .toList();
      for (int rank = 1; rank <= unseen.size(); rank++) {
        JsonObject found = rows.get(at++);
        assertThat(found.get("user").getAsLong()).isEqualTo(user);
        assertThat(found.get("rank").getAsInt()).isEqualTo(rank);
        long movie = unseen.get(rank - 1);
        assertThat(found.get("movie").getAsLong()).isEqualTo(movie);
        assertThat(found.get("score").getAsDouble()).isEqualTo(scorer.score(user, movie).value());
      }
    }
    assertThat(rows).hasSize(at);
  }

  @Test
  void recommend_byDefault_isTwenty() {
    assertThat(small.run("recommend", "--user", "777777", "--json").json()).hasSize(20);
  }

  @Test
  void recommend_users_keepTheirOrderAndRepeats() throws Exception {
    String ids = "9\n2\n9\n777777\n";
    Path file = Files.writeString(folder.resolve("users.txt"), ids);

    Run run = small.run("recommend", "--users", file.toString(), "--n", "2", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().stream().map(r -> r.get("user").getAsLong()))
        .containsExactly(9L, 9L, 2L, 2L, 9L, 9L, 777777L, 777777L);
    assertThat(small.reading(ids, "recommend", "--users", "-", "--n", "2", "--json"))
        .isEqualTo(run);
  }

  @Test
  void recommend_oddTitles_areWholeInTextAndJson() throws Exception {
    Path ratings =
        Files.writeString(
            folder.resolve("odd.csv"),
            "userId,movieId,rating,timestamp\n1,1,4.5,1\n2,1,4.5,1\n2,2,5.0,1\n2,3,3.5,1\n");
    String odd = "Am\u00e9lie \"the\" \\ one, \u6620\u753b";
    Path movies =
        Files.writeString(
            folder.resolve("odd-movies.csv"),
            "movieId,title,genres\n1,Plain (1999),Drama\n2,\""
                + odd.replace("\"", "\"\"")
                + " (2001)\",Comedy\n");
    Path model = folder.resolve("odd.rrm");
    assertThat(
            Run.of("train", "--ratings", "" + ratings, "--movies", "" + movies, "--out", "" + model)
                .status())
        .isZero();

    Run json = Run.of("recommend", "--user", "1", "--model", model.toString(), "--json");
    assertThat(json.json().stream().map(r -> r.get("title").getAsString()))
        .containsExactly(odd + " (2001)", "");
    Run text = Run.of("recommend", "--user", "1", "--model", model.toString());
    assertThat(text.rows().get(0)).endsWith(" " + odd + " (2001)");
    assertThat(text.rows().get(1)).doesNotEndWith(" ");
  }

  @Test
  void recommend_strict_failsOnAnUnknownUserBeforeAnyOutput() {
    Run run = small.reading("1\n61\n", "recommend", "--strict", "--users", "-", "--json");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).startsWith("user 61 is not in the model");
  }

  @Test
  void recommend_usage_isSaidInPlainWords() {
    assertUsage("n must be >= 1, actual: 0", "--user", "1", "--n", "0");
    assertUsage("say which user: --user ID, or --users FILE for many");
    assertUsage("--user and --users cannot be combined", "--user", "1", "--users", "all");
  }

  private static void assertUsage(String message, String... args) {
    Run run = small.run("recommend", args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }
}
