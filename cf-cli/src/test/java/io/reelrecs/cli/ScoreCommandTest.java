package io.reelrecs.cli;

import static io.reelrecs.cli.SmallModel.MOVIES;
import static io.reelrecs.cli.SmallModel.UNKNOWN_MOVIE;
import static io.reelrecs.cli.SmallModel.UNKNOWN_USER;
import static io.reelrecs.cli.SmallModel.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void score_oneMovie_isAHeadingAndARow() {
    Run run = small.run("score", "--user", "1", "--movie", "3");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("user     movie    score    predicted source          support  title\n");
    Score score = Scorer.of(small.model()).score(1, 3);
    assertThat(run.rows())
        .containsExactly(
            String.format(
                Locale.ROOT,
                "1        3        %-8.4f %-9.3f %-15s %7d  %s",
                score.value(),
                score.predicted(),
                score.source(),
                score.support(),
                small.model().title(3)));
    assertThat(small.model().title(3)).isNotEmpty();
  }

  @Test
  void score_json_hasTheFieldsOfTheContractInOrder() {
    Run run = small.run("score", "--user", "1", "--movie", "3", "--json");

    assertThat(run.status()).isZero();
    Score score = Scorer.of(small.model()).score(1, 3);
    assertThat(run.out())
        .isEqualTo(
            "{\"user\":1,\"movie\":3,\"score\":"
                + score.value()
                + ",\"predicted\":"
                + score.predicted()
                + ",\"source\":\""
                + score.source()
                + "\",\"support\":"
                + score.support()
                + "}\n");
  }

  @Test
  void score_everyPair_equalsTheLibraryBitForBit() throws Exception {
    List<long[]> pairs = new ArrayList<>();
    for (int user = 1; user <= USERS; user++) {
      for (int movie = 1; movie <= MOVIES; movie++) {
        pairs.add(new long[] {user, movie});
      }
    }
    // A tenth in a random order: short runs of a user as well as the long ones above.
    Random random = new Random(20261124);
    for (int i = 0; i < USERS * MOVIES / 10; i++) {
      pairs.add(new long[] {random.nextInt(USERS + 2), random.nextInt(MOVIES + 2)});
    }
    pairs.add(new long[] {UNKNOWN_USER, UNKNOWN_MOVIE});
    Path file =
        Files.writeString(
            folder.resolve("every.csv"),
            pairs.stream().map(p -> p[0] + "," + p[1] + "\n").collect(Collectors.joining()));

    Run run = small.run("score", "--pairs", file.toString(), "--json");

    assertThat(run.status()).isZero();
    List<JsonObject> rows = run.json();
    assertThat(rows).hasSameSizeAs(pairs);
    Scorer scorer = Scorer.of(small.model());
    for (int i = 0; i < rows.size(); i++) {
      assertRow(rows.get(i), pairs.get(i)[0], pairs.get(i)[1], scorer);
    }
    assertThat(rows.stream().map(r -> r.get("source").getAsString()).distinct())
        .contains("NEIGHBORS", "MOVIE_BASELINE", "USER_BASELINE", "GLOBAL_MEAN");
  }

  @Test
  void score_movies_keepsTheirOrderAndRepeats() {
    Run run = small.run("score", "--user", "2", "--movies", "9, 4,9,777777", "--json");

    assertThat(run.status()).isZero();
    assertThat(movies(run)).containsExactly(9L, 4L, 9L, UNKNOWN_MOVIE);
  }

  @Test
  void score_manyMovies_equalsOneByOne() {
    String list =
        LongStream.rangeClosed(1, MOVIES).mapToObj(Long::toString).collect(Collectors.joining(","));

    Run run = small.run("score", "--user", "2", "--movies", list, "--json");

    Scorer scorer = Scorer.of(small.model());
    assertThat(run.json()).hasSize(MOVIES);
    for (int i = 0; i < MOVIES; i++) {
      assertRow(run.json().get(i), 2, i + 1, scorer);
    }
  }

  @Test
  void score_moviesOfStandardInput_areOneALine() {
    Run run =
        small.reading(
            "# favorites\n5\n\n 3 \r\n5\n", "score", "--user", "2", "--movies", "-", "--json");

    assertThat(run.status()).isZero();
    assertThat(movies(run)).containsExactly(5L, 3L, 5L);
  }

  @Test
  void score_pairsOfStandardInput_keepTheirOrder() {
    Run run = small.reading("2,5\n1 , 3\n2,5", "score", "--pairs", "-", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json().stream().map(r -> r.get("user").getAsLong())).containsExactly(2L, 1L, 2L);
    assertThat(movies(run)).containsExactly(5L, 3L, 5L);
  }

  @Test
  void score_emptyInput_isNoRow() {
    Run run = small.reading("", "score", "--pairs", "-", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEmpty();
  }

  @Test
  void score_unknownIds_areNormalData() {
    Run run = small.run("score", "--user", "" + UNKNOWN_USER, "--movies", "777777,3", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.json().get(0).get("source").getAsString())
        .isEqualTo(ScoreSource.GLOBAL_MEAN.name());
    assertThat(run.json().get(1).get("source").getAsString())
        .isEqualTo(ScoreSource.MOVIE_BASELINE.name());
    assertThat(small.run("score", "--user", "1", "--movie", "777777").rows().get(0))
        .contains("USER_BASELINE")
        .doesNotEndWith(" ");
  }

  @Test
  void score_strict_failsOnAnUnknownIdBeforeAnyOutput() {
    Run user = small.run("score", "--strict", "--user", "61", "--movie", "3");
    Run movie = small.run("score", "--strict", "--user", "1", "--movies", "3,777777");
    Run pair = small.reading("1,3\n61,3\n", "score", "--strict", "--pairs", "-", "--json");

    assertThat(List.of(user.status(), movie.status(), pair.status())).containsOnly(5);
    assertThat(user.out() + movie.out() + pair.out()).isEmpty();
    assertThat(user.problem()).isEqualTo("user 61 is not in the model, which knows 60 users");
    assertThat(movie.problem())
        .isEqualTo("movie 777777 is not in the model, which knows 50 movies");
    assertThat(pair.problem()).startsWith("user 61 ");
    assertThat(small.run("score", "--strict", "--user", "1", "--movie", "3").status()).isZero();
  }

  @Test
  void score_malformedLine_isBadDataWithItsNumber() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.csv"), "# user,movie\n1,2\n1;3\n");
    Run semicolon = small.run("score", "--pairs", file.toString());
    Run three = small.reading("1,2,3\n", "score", "--pairs", "-");
    Run word = small.reading("1,2\n\n1,two\n", "score", "--pairs", "-");
    Run movie = small.reading("1\n-2\n", "score", "--user", "1", "--movies", "-");

    assertThat(semicolon.problem())
        .isEqualTo(file + ", line 3: expected \"user,movie\", found \"1;3\"");
    assertThat(three.problem())
        .isEqualTo("standard input, line 1: expected \"user,movie\", found \"1,2,3\"");
    assertThat(word.problem()).startsWith("standard input, line 3: \"two\" is not an id");
    assertThat(movie.problem()).startsWith("standard input, line 2: \"-2\" is not an id");
    for (Run run : List.of(semicolon, three, word, movie)) {
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
    }
  }

  @Test
  void score_malformedIdOfTheCommandLine_isUsage() {
    for (String id : new String[] {"x", "-1", "1.5", "4294967296", "99999999999", "", "١"}) {
      Run user = small.run("score", "--user", id, "--movie", "1");
      Run movie = small.run("score", "--user", "1", "--movie", id);
      Run list = small.run("score", "--user", "1", "--movies", "1," + id);

      for (Run run : List.of(user, movie, list)) {
        assertThat(run.status()).as(id).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.problem())
            .endsWith("\"" + id + "\" is not an id: a whole number from 0 to 4294967295");
      }
    }
  }

  @Test
  void score_filesThatAreNone_areBadData() {
    Run missing = small.run("score", "--pairs", folder.resolve("none.csv").toString());
    Run directory = small.run("score", "--pairs", folder.toString());

    assertThat(missing.status()).isEqualTo(3);
    assertThat(missing.problem()).endsWith("none.csv: no such file or directory");
    assertThat(directory.status()).isEqualTo(3);
    assertThat(directory.problem()).endsWith(" is a directory, not a list of ids");
  }

  @Test
  void score_optionsThatDoNotFit_areSaidInPlainWords() {
    assertUsage("say which user: --user ID, or --pairs FILE for many");
    assertUsage("say which movie: --movie ID, or --movies 1,2,3 for several", "--user", "1");
    assertUsage("say which user: --user ID", "--movie", "1");
    assertUsage("say which user: --user ID", "--movies", "1,2");
    assertUsage(
        "--movie and --movies cannot be combined: give all to --movies",
        "--user",
        "1",
        "--movie",
        "1",
        "--movies",
        "2");
    String pairs = "--pairs cannot be combined with --user, --rated, --movie or --movies";
    assertUsage(pairs, "--pairs", "f", "--user", "1");
    assertUsage(pairs, "--pairs", "f", "--movie", "1");
    assertUsage(pairs, "--movies", "1", "--pairs", "f");
  }

  private static void assertUsage(String message, String... args) {
    Run run = small.run("score", args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("reelrecs: " + message + "\nTry 'reelrecs score --help'.\n");
  }

  private static List<Long> movies(Run run) {
    return run.json().stream().map(r -> r.get("movie").getAsLong()).toList();
  }

  private static void assertRow(JsonObject row, long user, long movie, Scorer scorer) {
    Score score = scorer.score(user, movie);
    assertThat(row.keySet())
        .containsExactly("user", "movie", "score", "predicted", "source", "support");
    assertThat(row.get("user").getAsLong()).isEqualTo(user);
    assertThat(row.get("movie").getAsLong()).isEqualTo(movie);
    assertThat(row.get("score").getAsDouble()).isEqualTo(score.value());
    assertThat(row.get("predicted").getAsDouble()).isEqualTo(score.predicted());
    assertThat(row.get("source").getAsString()).isEqualTo(score.source().name());
    assertThat(row.get("support").getAsInt()).isEqualTo(score.support());
  }
}
