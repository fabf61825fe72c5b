package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {

  private static final String GOOD = "1::1::5::1\n1::2::3::1\n2::1::4::1\n2::3::1::1\n";

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void setUp() {
    out = folder.resolve("models/m.rrm");
  }

  @Test
  void train_text_tellsWhatWasRead() throws IOException {
    Path ratings = SmallModel.ratings(folder.resolve("data/ratings.dat"));

    Run run = train(ratings);

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .matches(
            "Memory: fusion on 900 ratings of 60 users and 50 movies needs about [0-9]+ MB of heap;"
                + " this Java has [0-9.,]+ [GM]B\n");
    assertThat(run.out().lines().map(line -> line.replaceFirst(" .*", "")))
        .containsExactly("Ratings", "Matrix", "Scale", "Titles", "Algorithm", "Seconds", "Model");
    assertThat(run.out())
        .startsWith(
            "Ratings    900 from "
                + ratings
                + ", MovieLens .dat (user::movie::rating::timestamp)\n"
                + "Matrix     60 users x 50 movies, 70.00% empty\n"
                + "Scale      1 to 5, in steps of 1\n"
                + "Titles     "
                + ratings.resolveSibling("movies.dat")
                + "\n")
        .contains("\nModel      " + out + ", ");
  }

  @Test
  void train_json_hasEveryFigure() throws IOException {
    Path ratings = write("ratings.dat", GOOD + "1::1::2::0\n");

    Run run = train(ratings, "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json()).hasSize(1);
    JsonObject row = run.json().get(0);
    assertThat(row.keySet())
        .containsExactly(
            "ratings_file",
            "movies_file",
            "users",
            "movies",
            "unrated_movies",
            "ratings",
            "duplicates",
            "bad_rows",
            "lo",
            "hi",
            "sparsity",
            "neighbors",
            "heap_needed_bytes",
            "heap_available_bytes",
            "seconds",
            "algorithm",
            "fingerprint",
            "model",
            "model_bytes");
    assertThat(row.get("ratings_file").getAsString()).isEqualTo(ratings.toString());
    assertThat(row.get("users").getAsInt()).isEqualTo(2);
    assertThat(row.get("movies").getAsInt()).isEqualTo(3);
    assertThat(row.get("ratings").getAsLong()).isEqualTo(4);
    assertThat(row.get("duplicates").getAsLong()).isEqualTo(1);
    assertThat(row.get("sparsity").getAsDouble()).isEqualTo(1 - 4.0 / 6);
    assertThat(row.get("seconds").getAsJsonObject().keySet())
        .contains("read", "users", "movies", "ranking");
    assertThat(row.get("heap_needed_bytes").getAsLong()).isPositive();
    assertThat(row.get("heap_available_bytes").getAsLong())
        .isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(row.get("algorithm").getAsString()).isEqualTo("fusion");
    assertThat(row.get("model").getAsString()).isEqualTo(out.toString());
    assertThat(row.get("model_bytes").getAsLong()).isEqualTo(Files.size(out));
    assertThat(row.get("fingerprint").getAsString())
        .isEqualTo(ModelFile.read(out).manifest().fingerprint());
  }

  @Test
  void train_options_reachTheModel() throws IOException {
    Path ratings = write("ratings.dat", GOOD);
    Path movies = write("films.csv", "movieId,title,genres\n9,Nine (1999),Drama\n");

    Run run =
        train(
            ratings,
            "--movies",
            "" + movies,
            "--algorithm",
            "reference",
            "--k",
            "1",
            "--missing",
            "user-mean");

    assertThat(run.status()).isZero();
    Model model = ModelFile.read(out);
    assertThat(model.manifest().parameters())
        .containsEntry("k", "1")
        .containsEntry("missing", "user-mean");
    assertThat(model.title(9)).isEqualTo("Nine (1999)");
    assertThat(run.out()).contains("Matrix     2 users x 4 movies, 1 unrated");
    assertThat(train(ratings, "--algorithm", "reference").status()).isZero();
    assertThat(ModelFile.read(out).manifest().parameters())
        .containsEntry("k", "20")
        .containsEntry("missing", "zero");
  }

  @Test
  void train_anyThreadsAndGzip_giveTheSameBytes() throws IOException {
    Path ratings = SmallModel.ratings(folder.resolve("data/ratings.dat"));
    Path gzipped = folder.resolve("data/ratings.dat.gz");
    try (OutputStream zip = new GZIPOutputStream(Files.newOutputStream(gzipped))) {
      Files.copy(ratings, zip);
    }

    assertThat(train(ratings, "--threads", "1").status()).isZero();
    byte[] one = Files.readAllBytes(out);
    assertThat(train(ratings, "--threads", "3").status()).isZero();
    assertThat(out).hasBinaryContent(one);
    Run run = train(gzipped, "--algorithm", "fusion");
    assertThat(run.out()).contains(", gzipped\n");
    assertThat(out).hasBinaryContent(one);
  }

  @Test
  void train_badRow_writesNothingAndKeepsTheOldModel() throws IOException {
    Path ratings = write("ratings.dat", GOOD + "1::x::3::1\n");

    Run first = train(ratings, "--json");

    assertThat(first.status()).isEqualTo(3);
    assertThat(first.out()).isEmpty();
    assertThat(first.problem())
        .startsWith(ratings + ", line 5, column 4: found ")
        .contains("expected ");
    assertThat(out.getParent()).doesNotExist();

    Files.createDirectories(out.getParent());
    Files.writeString(out, "the old model");
    assertThat(train(ratings).status()).isEqualTo(3);
    assertThat(out).hasContent("the old model");
    assertThat(filesBesideTheModel()).containsExactly(out);
  }

  @Test
  void train_skippingBadRows_countsAndReportsThem() throws IOException {
    Path ratings = write("ratings.dat", GOOD + "1::x::3::1\nnonsense\n");

    Run run = train(ratings, "--on-bad-row", "skip", "--json");

    assertThat(run.status()).isZero();
    assertThat(run.json().get(0).get("bad_rows").getAsLong()).isEqualTo(2);
    assertThat(run.json().get(0).get("ratings").getAsLong()).isEqualTo(4);
    assertThat(run.err().lines().toList())
        .hasSize(4)
        .element(1)
        .isEqualTo("left out 2 malformed lines, such as:");
    assertThat(run.err()).contains("\n  line 5, column 4: ", "\n  line 6");
    assertThat(train(ratings, "--on-bad-row", "skip").out())
        .contains("\nLeft out   2 malformed lines\n");
  }

  @Test
  void train_moreBadRowsThanAllowed_failsAllTheSame() throws IOException {
    Path ratings = write("ratings.dat", "3::1::5::1\nbad\n" + GOOD + "worse\n");

    Run run = train(ratings, "--on-bad-row", "skip", "--max-bad-rows", "1");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problem()).startsWith(ratings + ", line 7").contains("--max-bad-rows 1");
    assertThat(out).doesNotExist();
    assertThat(train(ratings, "--on-bad-row", "skip", "--max-bad-rows", "2").status()).isZero();
  }

  @Test
  void train_inputsThatAreNone_areBadData() throws IOException {
    Path good = write("ratings.dat", GOOD);
    Path none = folder.resolve("none.dat");

    for (Run run :
        List.of(
            train(none),
            train(folder),
            train(write("empty.dat", "")),
            train(good, "--movies", none.toString()))) {
      assertThat(run.status()).isEqualTo(3);
      assertThat(run.out()).isEmpty();
      assertThat(run.problem()).contains(": found ", ", expected ");
      assertThat(out).doesNotExist();
    }
  }

  @Test
  void train_placeThatCannotBeWritten_isBadDataThatNamesIt() throws IOException {
    Path ratings = write("ratings.dat", GOOD);

    Run run = Run.of("train", "--ratings", "" + ratings, "--out", ratings.resolve("m") + "");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.problem()).contains(ratings.toString());
    assertThat(ratings).hasContent(GOOD);
  }

  @Test
  void train_allRatingsEqual_saysWhatThatMeans() throws IOException {
    Path ratings = write("ratings.dat", GOOD.replaceAll("::[0-9]::1\n", "::1::1\n"));

    Run run = train(ratings);

    assertThat(run.status()).isZero();
    assertThat(run.err())
        .startsWith("Memory: ")
        .endsWith(
            "\nall ratings are 1: nothing tells a liked movie from a disliked one, so every score"
                + " will be 0.5\n");
    assertThat(run.out()).contains("Scale      1 for all\n");
    Run score = Run.of("score", "--user", "1", "--movie", "3", "--model", "" + out, "--json");
    assertThat(score.json().get(0).get("score").getAsDouble()).isEqualTo(0.5);
  }

  @Test
  void train_usage_isSaidInPlainWords() throws IOException {
    Path ratings = write("ratings.dat", GOOD);

    assertUsage(
        "k must be >= 1, actual: 0", train(ratings, "--algorithm", "reference", "--k", "0"));
    assertUsage(
        "--k is for an algorithm that has it, such as reference, actual: fusion",
        train(ratings, "--k", "7"));
    assertUsage(
        "parameter of ease must be one of positive-from, lambda, dropout, user-exponent,"
            + " popularity-exponent, lowest-weight, actual: lamda",
        train(ratings, "--algorithm", "ease:lamda=5"));
    assertUsage(
        "lambda must be > 0 and finite, actual: -5.0",
        train(ratings, "--algorithm", "ease:lambda=-5"));
    assertUsage(
        "lambda of ease must be a number, actual: much",
        train(ratings, "--algorithm", "ease:lambda=much"));
    assertUsage(
        "algorithm must be one alone, actual: ease,fusion",
        train(ratings, "--algorithm", "ease,fusion"));
    assertUsage("threads must be >= 1, actual: 0", train(ratings, "--threads", "0"));
    assertUsage("max-bad-rows must be >= 0, actual: -1", train(ratings, "--max-bad-rows", "-1"));
    assertUsage(
        "algorithm must be one of fusion, user, item, ease, reference, baseline, popular, actual: magic",
        train(ratings, "--algorithm", "magic"));
    assertUsage(
        "missing of reference must be zero or user-mean, actual: ignore",
        train(ratings, "--algorithm", "reference", "--missing", "ignore"));
    assertUsage(
        "Invalid value for option '--on-bad-row': must be fail or skip, actual: pray",
        train(ratings, "--on-bad-row", "pray"));
    assertUsage(
        "Invalid value for option '--k': must be a whole number up to 2147483647, actual: 1.5",
        train(ratings, "--k", "1.5"));
    assertUsage("unexpected argument: more", train(ratings, "more"));
    assertUsage("Missing required option: '--ratings=FILE'", Run.of("train"));
    assertThat(out).doesNotExist();
  }

  private static void assertUsage(String message, Run run) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.problem()).isEqualTo(message);
  }

  private Run train(Path ratings, String... args) {
    String[] fixed = {"train", "--ratings", ratings.toString(), "--out", out.toString()};
    return Run.of(Stream.concat(Stream.of(fixed), Stream.of(args)).toArray(String[]::new));
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private List<Path> filesBesideTheModel() throws IOException {
    try (Stream<Path> files = Files.list(out.getParent())) {
      return files.toList();
    }
  }
}
