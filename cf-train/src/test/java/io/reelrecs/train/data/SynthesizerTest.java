package io.reelrecs.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesizerTest {

  private static final SynthesisParameters SMALL =
      SynthesisParameters.builder().users(200).movies(300).ratings(5_000).seed(1).build();

  @TempDir private Path folder;

  /** Pinned: the same bytes on every JDK. A change here breaks everybody's figures. */
  @Test
  void write_smallParameters_givesPinnedBytes() throws Exception {
    SynthesizedFiles files = write(SMALL);
    assertThat(sha256(files.ratings()))
        .isEqualTo("d105bbce67a631231e387eabce4751f7fcecf67b2a1c860b6556a4ac6098fd03");
    assertThat(sha256(files.movies()))
        .isEqualTo("55aea9ca8ff048010f69f91785809f2b9b3d3b227bd30617cf8cdee0fefc944d");
    assertThat(sha256(files.users()))
        .isEqualTo("c76734357167421fae40c02f987ed42aea69f01ba773b7c59f8b7566765bd589");
  }

  /** Pinned for the same reason. */
  @Test
  void write_shapeOfMovieLens32M_givesPinnedBytes() throws Exception {
    SynthesisParameters parameters =
        SynthesisSize.ML_32M.builder().users(200).movies(300).ratings(5_000).build();
    assertThat(sha256(write(parameters).ratings()))
        .isEqualTo("25ff6a1db289a052341b5ece6ad027f40014fc752489a89889b9155df184d6c9");
  }

  @Test
  void write_otherSeed_givesOtherRatings() throws Exception {
    byte[] first = Files.readAllBytes(write(SMALL).ratings());
    SynthesisParameters other =
        SynthesisParameters.builder().users(200).movies(300).ratings(5_000).seed(2).build();
    assertThat(
            Files.readAllBytes(
                new Synthesizer()
                    .write(other, folder.resolve("r"), ExistingFiles.REPLACE, ProgressListener.NONE)
                    .ratings()))
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "200, 300, 5000",
    "1, 1, 1",
    "7, 5, 35", // every pair
    "10, 4, 10", // fewer than the usual minimum, and than movies a user
    "3, 50, 50", // one rating a movie
    "50, 3, 50",
    "40, 30, 1100", // nearly full
    "100, 2000, 4000",
  })
  void write_anyShape_isCompleteAndWithoutRepetition(int users, int movies, long ratings)
      throws Exception {
    List<String> lines = Files.readAllLines(write(parameters(users, movies, ratings)).ratings());
    Set<String> pairs = new HashSet<>();
    Set<String> seenUsers = new HashSet<>();
    Set<String> seenMovies = new HashSet<>();
    int lastUser = 0;
    long lastSecond = 0;
    int[] perUser = new int[users + 1];
    for (String line : lines) {
      String[] fields = line.split("::", -1);
      assertThat(fields).hasSize(4);
      int user = Integer.parseInt(fields[0]);
      long second = Long.parseLong(fields[3]);
      assertThat(user).isBetween(lastUser, users);
      assertThat(second).isGreaterThanOrEqualTo(user == lastUser ? lastSecond : 956_700_000);
      assertThat(Integer.parseInt(fields[1])).isBetween(1, movies);
      assertThat(Integer.parseInt(fields[2])).isBetween(1, 5);
      perUser[user]++;
      pairs.add(fields[0] + " " + fields[1]);
      seenUsers.add(fields[0]);
      seenMovies.add(fields[1]);
      lastUser = user;
      lastSecond = second;
    }
    assertThat(lines).hasSize((int) ratings);
    assertThat(pairs).hasSize((int) ratings);
    assertThat(seenUsers).hasSize(users);
    assertThat(seenMovies).hasSize(movies);
    int min = (int) Math.min(20, Math.min(movies, ratings / users));
    for (int user = 1; user <= users; user++) {
      assertThat(perUser[user]).isGreaterThanOrEqualTo(min);
    }
  }

  /** The shape of ML-1M, on data that is denser and so less skewed; the stars are its own. */
  @Test
  void write_mediumParameters_hasLongTailsAndStarsLikeMovieLens() throws Exception {
    SynthesisParameters parameters = parameters(1_000, 600, 100_000);
    int[] stars = new int[6];
    int[] perUser = new int[parameters.users()];
    int[] perMovie = new int[parameters.movies()];
    for (String line : Files.readAllLines(write(parameters).ratings())) {
      String[] fields = line.split("::", -1);
      perUser[Integer.parseInt(fields[0]) - 1]++;
      perMovie[Integer.parseInt(fields[1]) - 1]++;
      stars[Integer.parseInt(fields[2])]++;
    }
    Arrays.sort(perUser);
    Arrays.sort(perMovie);
    assertThat(perUser[0]).isEqualTo(20);
    assertThat(perUser[500]).isBetween(55, 80); // mean 100
    assertThat(perUser[999]).isGreaterThan(300);
    assertThat(perMovie[300]).isBetween(100, 150); // mean 167
    assertThat(perMovie[599]).isGreaterThan(500);
    assertThat(perMovie[20]).isLessThan(10);
    assertThat(stars[1] / 100_000.0).isCloseTo(0.056, within(0.015));
    assertThat(stars[2] / 100_000.0).isCloseTo(0.108, within(0.02));
    assertThat(stars[3] / 100_000.0).isCloseTo(0.261, within(0.025));
    assertThat(stars[4] / 100_000.0).isCloseTo(0.349, within(0.025));
    assertThat(stars[5] / 100_000.0).isCloseTo(0.226, within(0.04));
  }

  /** The shape of ML-32M, with a fiftieth of its users and a fifth of its movies. */
  @Test
  void write_shapeOfMovieLens32M_hasLongerTails() throws Exception {
    SynthesisParameters parameters =
        SynthesisSize.ML_32M.builder().users(4_019).movies(17_517).ratings(640_004).build();
    int[] perUser = new int[parameters.users()];
    int[] perMovie = new int[parameters.movies()];
    for (String line : Files.readAllLines(write(parameters).ratings())) {
      String[] fields = line.split("::", -1);
      perUser[Integer.parseInt(fields[0]) - 1]++;
      perMovie[Integer.parseInt(fields[1]) - 1]++;
    }
    Arrays.sort(perUser);
    Arrays.sort(perMovie);
    assertThat(perUser[0]).isEqualTo(20);
    assertThat(perUser[2_009]).isBetween(65, 85); // mean 159
    assertThat(perUser[3_979]).isBetween(900, 1_400); // 99th percentile
    assertThat(perMovie[8_758]).isLessThan(4); // mean 37
    assertThat(perMovie[17_516]).isBetween(2_000, 2_800); // three in five users
  }

  @Test
  void write_halfStars_usesAllTen() throws Exception {
    SynthesisParameters parameters =
        SynthesisParameters.builder().users(200).movies(300).ratings(5_000).halfStars(true).build();
    Set<String> stars = new HashSet<>();
    for (String line : Files.readAllLines(write(parameters).ratings())) {
      stars.add(line.split("::", -1)[2]);
    }
    assertThat(stars)
        .containsExactlyInAnyOrder("0.5", "1", "1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5");
  }

  @Test
  void write_moviesAndUsers_areInMovieLensFormat() throws Exception {
    SynthesizedFiles files = write(SMALL);
    List<String> movies = Files.readAllLines(files.movies());
    assertThat(movies)
        .hasSize(300)
        .allMatch(
            line ->
                line.matches(
                    "\\d+::[A-Za-z ]+ \\((19[1-9]\\d|2000)\\)::[A-Z][A-Za-z'-]+(\\|[A-Z][A-Za-z'-]+){0,2}"));
    assertThat(Files.readAllLines(files.users()))
        .hasSize(200)
        .allMatch(line -> line.matches("\\d+::[MF]::(1|18|25|35|45|50|56)::(\\d|1\\d|20)::\\d{5}"));
    assertThat(files.movies()).isEqualTo(folder.resolve("movies.dat"));
    assertThat(files.users()).isEqualTo(folder.resolve("users.dat"));
  }

  @Test
  void write_existingFile_isRefusedAndKept() throws Exception {
    Path movies = Files.writeString(folder.resolve("movies.dat"), "mine");
    assertThatThrownBy(() -> write(SMALL))
        .isInstanceOf(FilesExistException.class)
        .hasMessageContaining(movies.toString());
    assertThat(names()).containsExactly("movies.dat");
    assertThat(movies).hasContent("mine");
  }

  @Test
  void write_existingFileToBeReplaced_isReplaced() throws Exception {
    Path movies = Files.writeString(folder.resolve("movies.dat"), "mine");
    new Synthesizer()
        .write(SMALL, folder.resolve("ratings.dat"), ExistingFiles.REPLACE, ProgressListener.NONE);
    assertThat(movies).content().startsWith("1::");
    assertThat(names()).containsExactly("movies.dat", "ratings.dat", "users.dat");
  }

  @Test
  void write_failureHalfway_leavesNothing() throws Exception {
    ProgressListener failing =
        (step, done, total) -> {
          if (done > total / 2) {
            throw new IllegalStateException("stop");
          }
        };
    Path ratings = folder.resolve("new").resolve("ratings.dat");
    assertThatThrownBy(() -> new Synthesizer().write(SMALL, ratings, ExistingFiles.REFUSE, failing))
        .hasMessage("stop");
    assertThat(names()).isEmpty();
  }

  @Test
  void write_listener_isToldOfBeginningAndEnd() throws Exception {
    List<Long> told = new ArrayList<>();
    new Synthesizer()
        .write(
            SMALL,
            folder.resolve("ratings.dat"),
            ExistingFiles.REFUSE,
            (step, done, total) -> told.add(done));
    assertThat(told).startsWith(0L).endsWith(5_000L).isSorted();
  }

  @Test
  void write_ratingsNamedLikeMovies_isRefused() {
    assertThatThrownBy(
            () ->
                new Synthesizer()
                    .write(
                        SMALL,
                        folder.resolve("movies.dat"),
                        ExistingFiles.REPLACE,
                        ProgressListener.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must not be named");
  }

  private static SynthesisParameters parameters(int users, int movies, long ratings) {
    return SynthesisParameters.builder().users(users).movies(movies).ratings(ratings).build();
  }

  private SynthesizedFiles write(SynthesisParameters parameters) throws IOException {
    return new Synthesizer()
        .write(
            parameters, folder.resolve("ratings.dat"), ExistingFiles.REFUSE, ProgressListener.NONE);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }
}
