package io.reelrecs.train.ratings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.train.input.TestFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingsReaderTest {

  private static final String[] ROWS = {"1 1193 5.0 978300760", "2 661 3.5 978302109"};

  @TempDir Path folder;

  private ReadResult read(String text) throws BadDataException {
    return read(text.getBytes(UTF_8));
  }

  private ReadResult read(byte[] bytes) throws BadDataException {
    Path file = TestFiles.write(folder, "ratings", bytes);
    return RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE);
  }

  static List<String> rows(RatingTable table) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      rows.add(
          table.userAt(i)
              + " "
              + table.movieAt(i)
              + " "
              + table.ratingAt(i)
              + " "
              + table.timestampAt(i));
    }
    return rows;
  }

  @Test
  void read_dat() throws Exception {
    ReadResult result = read("1::1193::5::978300760\n2::661::3.5::978302109\n");
    assertThat(rows(result.ratings())).containsExactly(ROWS);
    assertThat(result.format()).isEqualTo(RatingsFormat.DAT);
    assertThat(result.gzipped()).isFalse();
    assertThat(result.badRows()).isZero();
    assertThat(result.firstBadRows()).isEmpty();
    assertThat(result.file()).isEqualTo(folder.resolve("ratings"));
  }

  @Test
  void read_tsv() throws Exception {
    ReadResult result = read("1\t1193\t5\t978300760\n2\t661\t3.5\t978302109\n");
    assertThat(rows(result.ratings())).containsExactly(ROWS);
    assertThat(result.format()).isEqualTo(RatingsFormat.TSV);
  }

  @Test
  void read_csv() throws Exception {
    ReadResult result =
        read("userId,movieId,rating,timestamp\n1,1193,5.0,978300760\n2,661,3.5,978302109\n");
    assertThat(rows(result.ratings())).containsExactly(ROWS);
    assertThat(result.format()).isEqualTo(RatingsFormat.CSV);
  }

  @Test
  void read_csvWithQuotesOtherOrderAndMoreColumns() throws Exception {
    ReadResult result =
        read(
            "\"TimeStamp\", Rating ,note,MOVIE_ID,\"user\"\n"
                + "978300760,\"5\",\"so, so \"\"good\"\"\",\"1193\", \"1\"\n"
                + "\"978302109\" , 3.5,caf\u00E9, 661 ,2\n");
    assertThat(rows(result.ratings())).containsExactly(ROWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userId,movieId,rating",
        "USER_ID,ITEM_ID,RATING",
        "user,item,rating",
        "User,Movie,Rating",
        "user_id,itemId,rating"
      })
  void read_csvHeaderNames(String header) throws Exception {
    assertThat(rows(read(header + "\n1,2,3.5\n").ratings())).containsExactly("1 2 3.5 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1::2::3.5", "1\t2\t3.5", "user,movie,rating\n1,2,3.5"})
  void read_withoutTimestamps(String text) throws Exception {
    assertThat(rows(read(text + "\n").ratings())).containsExactly("1 2 3.5 0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void read_lineEndsBlankLinesAndMark(String end) throws Exception {
    String dat = "\uFEFF\n \t\n1::1193::5::978300760\n\n2::661::3.5::978302109";
    String csv =
        "\uFEFF\nuser,movie,rating,timestamp\n\n1,1193,5,978300760\n  \n2,661,3.5,978302109";
    for (String text : List.of(dat, csv, dat + "\n", csv + "\n", dat + "\n\n\n", dat + "\n  ")) {
      assertThat(rows(read(text.replace("\n", end)).ratings())).containsExactly(ROWS);
    }
    assertThat(rows(read("1::2::3::4\r").ratings())).containsExactly("1 2 3.0 4");
  }

  @Test
  void read_gzipped() throws Exception {
    ReadResult result = read(TestFiles.gzip("1\t1193\t5\t978300760\n2\t661\t3.5\t978302109"));
    assertThat(rows(result.ratings())).containsExactly(ROWS);
    assertThat(result.gzipped()).isTrue();
    assertThat(result.format()).isEqualTo(RatingsFormat.TSV);
  }

  @Test
  void read_extremeValues() throws Exception {
    ReadResult result =
        read(
            """
            0::4294967295::-2.5::-9223372036854775808
            4294967295::0::1e-3::9223372036854775807
            007:: 8 ::0.1::0
            """);
    assertThat(rows(result.ratings()))
        .containsExactly(
            "0 4294967295 -2.5 -9223372036854775808",
            "4294967295 0 0.001 9223372036854775807",
            "7 8 0.1 0");
  }

  @Test
  void read_keepsDuplicates() throws Exception {
    assertThat(rows(read("1::2::3::4\n1::2::5::4\n1::2::3::4\n").ratings()))
        .containsExactly("1 2 3.0 4", "1 2 5.0 4", "1 2 3.0 4");
  }

  @Test
  void read_tellsProgress() throws Exception {
    byte[] bytes = "1::1193::5::978300760\n".repeat(200_000).getBytes(UTF_8);
    Path file = TestFiles.write(folder, "ratings", bytes);
    List<Long> heard = new ArrayList<>();
    Set<Long> totals = new HashSet<>();
    RatingsReader.read(
        file,
        ReadOptions.defaults(),
        (read, total) -> {
          heard.add(read);
          totals.add(total);
        });
    assertThat(heard).hasSizeBetween(4, 6).isSorted();
    assertThat(heard.get(heard.size() - 1)).isEqualTo(bytes.length);
    assertThat(totals).containsExactly((long) bytes.length);
  }

  @Test
  void read_onSeveralThreads_tellsProgressInOrder() throws Exception {
    byte[] bytes = "1::1193::5::978300760\n".repeat(200_000).getBytes(UTF_8);
    Path file = TestFiles.write(folder, "ratings", bytes);
    List<Long> heard = new ArrayList<>();
    ReadResult result =
        RatingsReader.read(
            file, ReadOptions.defaults().withThreads(3), (read, total) -> heard.add(read));
    assertThat(result.ratings().size()).isEqualTo(200_000);
    assertThat(heard).hasSizeBetween(4, 6).isSorted();
    assertThat(heard.get(heard.size() - 1)).isEqualTo(bytes.length);
  }

  @Test
  void read_listenerFails_failureComesThroughFromAnyThread() {
    byte[] bytes = "1::1193::5::978300760\n".repeat(200_000).getBytes(UTF_8);
    Path file = TestFiles.write(folder, "ratings", bytes);
    for (int threads : new int[] {1, 2, 7}) {
      assertThatThrownBy(
              () ->
                  RatingsReader.read(
                      file,
                      ReadOptions.defaults().withThreads(threads),
                      (read, total) -> {
                        throw new IllegalStateException("no ear");
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("no ear");
    }
  }

  @Test
  void read_interrupted_endsWithoutAResult() {
    byte[] bytes = "1::1193::5::978300760\n".repeat(100_000).getBytes(UTF_8);
    Path file = TestFiles.write(folder, "ratings", bytes);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(
          () -> RatingsReader.read(file, ReadOptions.defaults().withThreads(2), ReadListener.NONE));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void describe_saysWhatTheFormatIs() {
    assertThat(RatingsFormat.DAT.describe())
        .isEqualTo("MovieLens .dat (user::movie::rating::timestamp)");
    assertThat(RatingsFormat.CSV.describe()).startsWith("CSV with a header");
    assertThat(RatingsFormat.TSV.describe()).startsWith("tab-separated");
  }

  @Test
  void read_realMovieLens1M() throws Exception {
    ReadResult result =
        RatingsReader.read(
            TestFiles.real("ml-1m/ratings.dat"), ReadOptions.defaults(), ReadListener.NONE);
    RatingTable table = result.ratings();
    assertThat(table.size()).isEqualTo(1_000_209);
    assertThat(result.format()).isEqualTo(RatingsFormat.DAT);
    Set<Long> users = new HashSet<>();
    Set<Long> movies = new HashSet<>();
    double sum = 0;
    for (int i = 0; i < table.size(); i++) {
      users.add(table.userAt(i));
      movies.add(table.movieAt(i));
      sum += table.ratingAt(i);
    }
    assertThat(users).hasSize(6040);
    assertThat(movies).hasSize(3706);
    assertThat(sum).isEqualTo(3_582_313.0);
  }

  @Test
  void read_realMovieLens100K() throws Exception {
    ReadResult result =
        RatingsReader.read(
            TestFiles.real("ml-100k/u.data"), ReadOptions.defaults(), ReadListener.NONE);
    assertThat(result.ratings().size()).isEqualTo(100_000);
    assertThat(result.format()).isEqualTo(RatingsFormat.TSV);
    assertThat(rows(result.ratings()).get(0)).isEqualTo("196 242 3.0 881250949");
  }
}
