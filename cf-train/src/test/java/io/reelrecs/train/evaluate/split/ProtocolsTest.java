package io.reelrecs.train.evaluate.split;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reelrecs.train.input.TestFiles;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolsTest {

  @TempDir Path folder;

  /** Users and movies in no order, so that numbers and ids differ. */
  private final RatingTable shuffled =
      Tables.of(
          new long[] {50, 9, 5},
          new long[] {50, 2, 4},
          new long[] {7, 2, 3},
          new long[] {7, 5, 2},
          new long[] {7, 9, 1});

  private Path file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(UTF_8));
  }

  /** 12 users who like 11 movies, then ones that fall to the core's rules one after the other. */
  private static RatingTable withACore() {
    RatingTable.Builder table = RatingTable.builder();
    for (int user = 1; user <= 12; user++) {
      for (int movie = 1; movie <= 11; movie++) {
        table.add(user, movie, 4 + (user + movie) % 2, 0);
      }
      table.add(user, 20, 3, 0); // liked by nobody
    }
    for (int movie = 1; movie <= 9; movie++) {
      table.add(30, movie, 5, 0);
    }
    table.add(30, 40, 5, 0); // 10 movies, but the last one is liked by 1 only: both fall
    return table.build();
  }

  @Test
  void topN_keepsTheCoreOfHighRatings() {
    RatingTable core = TopNProtocol.filtered(withACore());

    assertThat(core.size()).isEqualTo(132);
    for (int i = 0; i < core.size(); i++) {
      assertThat(core.userAt(i)).isLessThanOrEqualTo(12);
      assertThat(core.movieAt(i)).isLessThanOrEqualTo(11);
      assertThat(core.ratingAt(i)).isGreaterThanOrEqualTo(4);
    }
  }

  @Test
  void topN_holdsOutThePairsOfTheFile() throws Exception {
    Path test = file("test.tsv", "3\t4\t1\t99\n1\t2\t1\t99\n");
    TopNProtocol splits = TopNProtocol.read(withACore(), List.of(test, test));
    Split split = splits.split(0);

    assertThat(splits.size()).isEqualTo(2);
    assertThat(split.name()).isEqualTo(folder.getFileName() + "/test.tsv");
    assertThat(Tables.rows(split.test())).containsExactly("1 2 5", "3 4 5"); // stars of the ratings
    assertThat(split.train().size()).isEqualTo(130);
    assertThat(split.relevance()).isEqualTo(Relevance.HIGH_RATINGS);
    assertThat(split.leaked()).isZero();
  }

  @Test
  void topN_refusesAPairThatIsNotInTheCore() throws Exception {
    Path test = file("test.tsv", "3\t4\t1\t99\n30\t40\t1\t99\n");

    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> TopNProtocol.read(withACore(), List.of(test)))
        .withMessage(
            test
                + ": found user 30 with movie 40 (pair 2 of the file), expected pairs that are rated 4 or more in the ratings and lie in their 10-core. Check that the test file belongs to these ratings.");
  }

  @Test
  void leaveOneOut_translatesNumbers() throws Exception {
    Path rating = file("test.rating", "0\t1\t4\t0\n1\t2\t2\t0\n");
    Path negative = file("test.negative", "(0,1)\t2\t1\n(1,2)\t\n".replace("\t\n", "\n"));
    Split split = LeaveOneOutProtocol.read(shuffled, rating, negative).split(0);
    Candidates candidates = split.candidates().orElseThrow();

    assertThat(Tables.rows(split.test())).containsExactly("50 2 4", "7 5 2");
    assertThat(Tables.rows(split.train())).containsExactly("50 9 5", "7 2 3", "7 9 1");
    assertThat(candidates.of(50)).containsExactly(2, 5); // the positive among the negatives once
    assertThat(candidates.of(7)).containsExactly(5);
    assertThat(split.relevance()).isEqualTo(Relevance.ANY_RATING);
  }

  private void assertRefused(String rating, String negative, String message) throws IOException {
    Path ratingFile = file("test.rating", rating);
    Path negativeFile = file("test.negative", negative);
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> LeaveOneOutProtocol.read(shuffled, ratingFile, negativeFile))
        .withMessageContaining(message);
  }

  @Test
  void leaveOneOut_saysWhatIsWrongWithItsFiles() throws IOException {
    assertRefused(
        "0\t2\t4\n",
        "(0,2)\t1\n",
        "test.rating: found user number 0 with movie number 2 (rating 1 of the file), expected pairs that are rated");
    assertRefused("0\t9\t4\n", "(0,9)\t1\n", "found user number 0 with movie number 9");
    assertRefused(
        "0\t1\t4\n", "(0,1)\t3\n", "line 1: found movie number 3, expected a number below 3");
    assertRefused(
        "0\t1\t4\n", "\n(1,1)\t2\n", "line 2, column 1: found (1,1), expected (0,1), as in");
    assertRefused(
        "0\t1\t4\n", "0,1\t2\n", "line 1, column 1: found \"0,1\", expected (user,movie)");
    assertRefused(
        "0\t1\t4\n", "(0,1)\t2\tx\n", "line 1, column 9: found \"x\", expected (user,movie)");
    assertRefused("0\t1\t4\n", "(0,1)\n(1,2)\n", "found 2 users, expected 1, as in");
    Path rating = file("test.rating", "0\t1\t4\n");
    assertThatExceptionOfType(BadDataException.class)
        .isThrownBy(() -> LeaveOneOutProtocol.read(shuffled, rating, folder.resolve("none")))
        .withMessageContaining("a file that cannot be read");
  }

  private static RatingTable movieLens1M() throws BadDataException {
    Path file = TestFiles.real("ml-1m/ratings.dat");
    return RatingsReader.read(file, ReadOptions.defaults(), ReadListener.NONE).ratings();
  }

  @Test
  void topN_ofMovieLens1M_hasItsPublishedSize() throws Exception {
    RatingTable ratings = movieLens1M();
    List<Path> tests =
        List.of(
            TestFiles.real("ml-1m/protocols/top-n/0/test.tsv"),
            TestFiles.real("ml-1m/protocols/top-n/1/test.tsv"));
    RatingTable core = TopNProtocol.filtered(ratings);
    Set<Long> movies = new HashSet<>();
    for (int i = 0; i < core.size(); i++) {
      movies.add(core.movieAt(i));
    }
    assertThat(core.size()).isEqualTo(571_531);
    assertThat(UserRows.of(core).users().size()).isEqualTo(5_949);
    assertThat(movies).hasSize(2_810);

    TopNProtocol splits = TopNProtocol.read(ratings, tests);
    assertThat(splits.split(1).name()).isEqualTo("1/test.tsv");
    assertThat(splits.split(1).test().size()).isEqualTo(116_671);
    assertThat(splits.split(1).train().size()).isEqualTo(571_531 - 116_671);
  }

  @Test
  void leaveOneOut_ofMovieLens1M_ranksSetsOfCandidates() throws Exception {
    LeaveOneOutProtocol splits =
        LeaveOneOutProtocol.read(
            movieLens1M(),
            TestFiles.real("ml-1m/protocols/loo/test.rating"),
            TestFiles.real("ml-1m/protocols/loo/test.negative"));
    Split split = splits.split(0);
    Candidates candidates = split.candidates().orElseThrow();

    assertThat(split.train().size()).isEqualTo(994_169);
    assertThat(split.test().size()).isEqualTo(6_040);
    assertThat(candidates.of(1)).hasSize(100).contains(48); // movie number 25, on line 26
    // In 156 cases the movie held out is among its own negatives.
    assertThat(LongStream.rangeClosed(1, 6_040).filter(u -> candidates.of(u).length == 99).count())
        .isEqualTo(156);
    assertThat(LongStream.rangeClosed(1, 6_040).filter(u -> candidates.of(u).length == 100).count())
        .isEqualTo(6_040 - 156);
  }
}
