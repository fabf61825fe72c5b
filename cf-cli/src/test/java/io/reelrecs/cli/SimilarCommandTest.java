package io.reelrecs.cli;

import static io.reelrecs.cli.SmallModel.K;
import static io.reelrecs.cli.SmallModel.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.model.SimilarUser;
import io.reelrecs.core.model.SimilarUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarCommandTest {

  @TempDir private static Path folder;
  private static SmallModel small;

  @BeforeAll
  static void train() throws Exception {
    small = SmallModel.in(folder);
  }

  @Test
  void similar_text_isAHeadingAndARowForEach() {
    Run run = small.run("similar", "--user", "4", "--k", "2");

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    List<SimilarUser> found = SimilarUsers.of(small.model()).find(4, 2);
    assertThat(run.out().lines())
        .containsExactly(
            "user      rank  neighbor   similarity", text(1, found.get(0)), text(2, found.get(1)));
  }

  private static String text(int rank, SimilarUser similar) {
    return String.format(
        Locale.ROOT, "4        %5d  %-10d %.6f", rank, similar.userId(), similar.similarity());
  }

  @Test
  void similar_json_hasTheFieldsOfTheContractInOrder() {
    SimilarUser nearest = SimilarUsers.of(small.model()).find(4, 1).get(0);

    assertThat(small.run("similar", "--user", "4", "--k", "1", "--json").out())
        .isEqualTo(
            "{\"user\":4,\"rank\":1,\"neighbor\":"
                + nearest.userId()
                + ",\"similarity\":"
                + nearest.similarity()
                + "}\n");
  }

  @Test
  void similar_all_equalsTheLibraryBitForBit() {
    // Fewer than the model holds, as many, more, and more than there are users; 20 by default.
    for (int k : new int[] {1, K, K + 1, 20, USERS + 5}) {
      Run run = small.run("similar", "--users", "all", "--k", "" + k, "--json");

      assertThat(run.status()).isZero();
      assertRows(run, k, LongStream.rangeClosed(1, USERS).toArray());
    }
    Run byDefault = small.run("similar", "--users", "all", "--json");
    assertThat(byDefault.out())
        .isEqualTo(small.run("similar", "--users", "all", "--k", "20", "--json").out());
  }

  @Test
  void similar_threads_doNotChangeTheAnswer() {
    String[] one = {"--users", "all", "--k", "30", "--threads", "1", "--json"};
    String[] three = {"--users", "all", "--k", "30", "--threads", "3", "--json"};

    assertThat(small.run("similar", one)).isEqualTo(small.run("similar", three));
  }

  @Test
  void similar_users_keepTheirOrderAndRepeats() throws Exception {
    String ids = "9\n2\n9\n\n# nobody\n 777777\n1\n";
    Path file = Files.writeString(folder.resolve("users.txt"), ids);

    for (int k : new int[] {2, K + 3}) {
      Run run = small.run("similar", "--users", file.toString(), "--k", "" + k, "--json");

      assertThat(run.status()).isZero();
      assertThat(run.err()).isEmpty();
      assertRows(run, k, 9, 2, 9, 777777, 1);
      assertThat(small.reading(ids, "similar", "--users", "-", "--k", "" + k, "--json"))
          .isEqualTo(run);
    }
  }

  @Test
  void similar_unknownUser_isAnEmptyAnswerWithAWordOnStandardError() {
    Run run = small.run("similar", "--user", "61", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("user 61 is not in the model: no ratings, no neighbors\n");
  }

  @Test
  void similar_strict_failsOnAnUnknownUserBeforeAnyOutput() {
    Run run = small.reading("1\n61\n", "similar", "--strict", "--users", "-");

    assertThat(run.status()).isEqualTo(5);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo("user 61 is not in the model, which knows 60 users");
  }

  @Test
  void similar_malformedList_isBadDataWithTheLine() {
    Run run = small.reading("1\n\nx\n", "similar", "--users", "-");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).startsWith("standard input, line 3: \"x\" is not an id");
  }

  @Test
  void similar_usage_isSaidInPlainWords() {
    assertUsage("k must be >= 1, actual: 0", "--user", "1", "--k", "0");
    assertUsage("threads must be >= 1, actual: 0", "--user", "1", "--threads", "0");
    assertUsage("say which user: --user ID, or --users FILE for many");
    assertUsage("--user and --users cannot be combined", "--user", "1", "--users", "all");
    assertUsage(
        "Invalid value for option '--k': must be a whole number up to 2147483647, actual: few",
        "--user",
        "1",
        "--k",
        "few");
  }

  private static void assertUsage(String message, String... args) {
    Run run = small.run("similar", args);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  private static void assertRows(Run run, int k, long... users) {
    List<JsonObject> rows = run.json();
    SimilarUsers library = SimilarUsers.of(small.model());
    List<JsonObject> expected = new ArrayList<>();
    for (long user : users) {
      int rank = 0;
      for (SimilarUser similar : library.find(user, k)) {
        JsonObject row = new JsonObject();
        row.addProperty("user", user);
        row.addProperty("rank", ++rank);
        row.addProperty("neighbor", similar.userId());
        row.addProperty("similarity", similar.similarity());
        expected.add(row);
      }
    }
    assertThat(rows).isNotEmpty().hasSameSizeAs(expected);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i)).hasToString(expected.get(i).toString());
    }
  }
}
