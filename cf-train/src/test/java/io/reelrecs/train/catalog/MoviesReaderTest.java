package io.reelrecs.train.catalog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.reelrecs.core.model.Movie;
import io.reelrecs.core.model.MovieCatalog;
import io.reelrecs.train.input.TestFiles;
import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoviesReaderTest {

  private static final String DAT =
      "73::Mis\u00E9rables, Les (1995)::Drama|Musical\n1::Toy Story (1995)::Animation\n";

  @TempDir Path folder;

  private MovieCatalog read(byte[] bytes) throws BadDataException {
    return MoviesReader.read(TestFiles.write(folder, "movies", bytes));
  }

  private List<Movie> read(String text) throws BadDataException {
    return read(text.getBytes(UTF_8)).movies();
  }

  private static String item(String start, int... flagged) {
    StringBuilder line = new StringBuilder(start);
    for (int i = 0; i < 19; i++) {
      int genre = i;
      line.append(Arrays.stream(flagged).anyMatch(f -> f == genre) ? "|1" : "|0");
    }
    return line.append('\n').toString();
  }

  @Test
  void read_datInEitherEncoding() throws Exception {
    List<Movie> expected =
        List.of(
            new Movie(1, "Toy Story", 1995, List.of("Animation")),
            new Movie(73, "Mis\u00E9rables, Les", 1995, List.of("Drama", "Musical")));
    assertThat(read(DAT.getBytes(UTF_8)).movies()).isEqualTo(expected);
    assertThat(read(DAT.getBytes(ISO_8859_1)).movies()).isEqualTo(expected);
    assertThat(read(TestFiles.gzip(DAT.getBytes(ISO_8859_1))).movies()).isEqualTo(expected);
    assertThat(read("\uFEFF\n" + DAT.replace("\n", "\r\n\r\n"))).isEqualTo(expected);
    assertThat(read(DAT.strip())).isEqualTo(expected);
  }

  @Test
  void read_datWithOddTitles() throws Exception {
    assertThat(read("1::Face::Off  :: Action | |Thriller\n2::::\n3::No Genre (1999)::"))
        .containsExactly(
            new Movie(1, "Face::Off", 0, List.of("Action", "Thriller")),
            new Movie(2, "", 0, List.of()),
            new Movie(3, "No Genre", 1999, List.of()));
  }

  @Test
  void read_csv() throws Exception {
    assertThat(
            read(
                """
                movieId,title,genres
                1,Toy Story (1995),Adventure|Animation
                11,"American President, The (1995)",Comedy
                4,"""
                    + "\"He said \"\"no\"\" (1990)\",(no genres listed)\n"))
        .containsExactly(
            new Movie(1, "Toy Story", 1995, List.of("Adventure", "Animation")),
            new Movie(4, "He said \"no\"", 1990, List.of()),
            new Movie(11, "American President, The", 1995, List.of("Comedy")));
  }

  @Test
  void read_csvWithOtherHeader() throws Exception {
    assertThat(read("\"Title\",imdb,MOVIE_ID\nBig (1988) , 7, \"5\"\n"))
        .containsExactly(new Movie(5, "Big", 1988, List.of()));
  }

  @Test
  void read_item() throws Exception {
    assertThat(
            read(
                item("1|Toy Story (1995)|01-Jan-1995||http://a", 3, 4, 5)
                    + item("2|Undated|01-Feb-1996||http://b", 18)
                    + item("267|unknown|||", 0)))
        .containsExactly(
            new Movie(1, "Toy Story", 1995, List.of("Animation", "Children's", "Comedy")),
            new Movie(2, "Undated", 1996, List.of("Western")),
            new Movie(267, "unknown", 0, List.of()));
  }

  @Test
  void read_itemWithItsOwnGenres() throws Exception {
    TestFiles.write(folder, "u.genre", "Funny|1\n\nunknown|0\nSad|2\n\n");
    assertThat(read("1|A (1990)|||link|0|1|1\n2|B (1991)|||link|1|0|0\n"))
        .containsExactly(
            new Movie(1, "A", 1990, List.of("Funny", "Sad")), new Movie(2, "B", 1991, List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "ratings.dat, movies.dat, movies.csv",
    "ratings.dat, movies.csv, u.item",
    "ratings.dat, movies.dat.gz, movies.csv",
    "ratings.csv, movies.csv, movies.dat",
    "ratings.csv.gz, movies.csv.gz, movies.dat",
    "u.data, u.item, movies.dat",
    "u1.base, u.item.gz, movies.csv",
    "mine, u.item, users.dat",
  })
  void findBeside_takesTheOneThatBelongs(String ratings, String found, String other) {
    Path file = TestFiles.write(folder, ratings, "");
    assertThat(MoviesReader.findBeside(file)).isEmpty();
    TestFiles.write(folder, other, "");
    TestFiles.write(folder, found, "");
    assertThat(MoviesReader.findBeside(file)).contains(folder.resolve(found));
  }

  @Test
  void findBeside_ignoresFolders() throws IOException {
    Files.createDirectory(folder.resolve("movies.dat"));
    assertThat(MoviesReader.findBeside(folder.resolve("ratings.dat"))).isEmpty();
    assertThat(MoviesReader.findBeside(Path.of("/"))).isEmpty();
    assertThat(MoviesReader.findBeside(Path.of("no-such-ratings.dat"))).isEmpty();
  }

  /** Whatever happens to a file, there is a catalog or a BadDataException. */
  @Test
  void read_mutatedFile() {
    String csv = "movieId,title,genres\n1,Toy Story (1995),Comedy|War\n2,\"A, B\",\n3,C,Drama\n";
    String item = item("1|Toy Story (1995)|01-Jan-1995||a", 3) + item("2|B|||b", 0);
    byte[][] originals = {DAT.getBytes(UTF_8), csv.getBytes(UTF_8), item.getBytes(UTF_8)};
    int refused = 0;
    for (int seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = originals[seed % 3].clone();
      for (int n = random.nextInt(3); n >= 0; n--) {
        bytes[random.nextInt(bytes.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "\n\r\"|,: (9".charAt(random.nextInt(9));
      }
      Throwable thrown = catchThrowable(() -> read(bytes));
      if (thrown != null) {
        refused++;
        assertThat(thrown).as("seed %d", seed).isInstanceOf(BadDataException.class);
      }
    }
    assertThat(refused).isBetween(100, 900);
  }

  @Test
  void read_realMovieLens1M() throws Exception {
    MovieCatalog catalog = MoviesReader.read(TestFiles.real("ml-1m/movies.dat"));
    assertThat(catalog.size()).isEqualTo(3883);
    assertThat(catalog.find(1193))
        .get()
        .extracting(Movie::label)
        .isEqualTo("One Flew Over the Cuckoo's Nest (1975)");
    assertThat(catalog.find(73)).get().extracting(Movie::title).isEqualTo("Mis\u00E9rables, Les");
    assertThat(catalog.movies()).allMatch(movie -> movie.year() >= 1919 && movie.year() <= 2000);
    assertThat(catalog.movies().stream().flatMap(movie -> movie.genres().stream()).distinct())
        .hasSize(18);
  }

  @Test
  void read_realMovieLens100K() throws Exception {
    MovieCatalog catalog = MoviesReader.read(TestFiles.real("ml-100k/u.item"));
    assertThat(catalog.size()).isEqualTo(1682);
    assertThat(catalog.movies()).filteredOn(movie -> movie.year() == 0).hasSize(1);
    assertThat(catalog.find(1682)).get().extracting(Movie::genres).isEqualTo(List.of("Drama"));
  }
}
