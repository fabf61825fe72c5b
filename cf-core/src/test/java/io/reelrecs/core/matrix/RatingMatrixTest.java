package io.reelrecs.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingMatrixTest {

  private static final int USERS = 23;
  private static final int MOVIES = 17;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void of_holdsWhatAMapHolds_fromShuffledTriples(long seed) {
    Map<List<Integer>, Float> expected = new TreeMap<>(RatingMatrixTest::compare);
    RatingMatrix matrix = shuffled(seed, expected);

    assertThat(matrix.users()).isEqualTo(USERS);
    assertThat(matrix.movies()).isEqualTo(MOVIES);
    assertThat(matrix.size()).isEqualTo(expected.size());
    for (int user = 0; user < USERS; user++) {
      for (int movie = 0; movie < MOVIES; movie++) {
        Float rating = expected.get(List.of(user, movie));
        int at = matrix.find(user, movie);
        if (rating == null) {
          assertThat(at).as("%d %d, seed %d", user, movie, seed).isNegative();
        } else {
          assertThat(matrix.ratingAt(at)).isEqualTo(rating);
          assertThat(matrix.movieAt(at)).isEqualTo(movie);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void rowsAndColumns_holdTheSameRatings_inOrder(long seed) {
    Map<List<Integer>, Float> expected = new TreeMap<>(RatingMatrixTest::compare);
    RatingMatrix matrix = shuffled(seed, expected);

    Map<List<Integer>, Float> byRow = new TreeMap<>(RatingMatrixTest::compare);
    for (int user = 0; user < USERS; user++) {
      assertThat(matrix.rowLength(user)).isEqualTo(matrix.rowEnd(user) - matrix.rowStart(user));
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        assertThat(p == matrix.rowStart(user) || matrix.movieAt(p - 1) < matrix.movieAt(p))
            .isTrue();
        byRow.put(List.of(user, matrix.movieAt(p)), matrix.ratingAt(p));
      }
    }
    Map<List<Integer>, Float> byColumn = new TreeMap<>(RatingMatrixTest::compare);
    for (int movie = 0; movie < MOVIES; movie++) {
      assertThat(matrix.columnLength(movie))
          .isEqualTo(matrix.columnEnd(movie) - matrix.columnStart(movie));
      for (int p = matrix.columnStart(movie); p < matrix.columnEnd(movie); p++) {
        assertThat(p == matrix.columnStart(movie) || matrix.userAt(p - 1) < matrix.userAt(p))
            .isTrue();
        byColumn.put(List.of(matrix.userAt(p), movie), matrix.columnRatingAt(p));
      }
    }

    assertThat(byRow).isEqualTo(expected);
    assertThat(byColumn).isEqualTo(expected);
  }

  @Test
  void of_copiesItsArguments() {
    int[] user = {0};
    int[] movie = {1};
    float[] rating = {4};
    RatingMatrix matrix = RatingMatrix.of(1, 2, user, movie, rating);
    movie[0] = 0;
    rating[0] = 1;

    assertThat(matrix.movieAt(0)).isEqualTo(1);
    assertThat(matrix.ratingAt(0)).isEqualTo(4);
    assertThat(matrix.columnLength(0)).isZero();
  }

  @Test
  void of_takesNothingAtAll() {
    RatingMatrix matrix = RatingMatrix.of(0, 0, new int[0], new int[0], new float[0]);

    assertThat(matrix.users()).isZero();
    assertThat(matrix.movies()).isZero();
    assertThat(matrix.size()).isZero();
    assertThat(matrix.scale()).isEqualTo(new RatingScale(0, 0, 1));
  }

  @Test
  void of_refusesADuplicate() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RatingMatrix.of(
                    2, 9, new int[] {1, 0, 1}, new int[] {8, 8, 8}, new float[] {1, 2, 3}))
        .withMessage("movies of a row must ascend and be unique, actual: 8 before 8 in row 1");
  }

  @Test
  void of_refusesIndexesOutOfRange() {
    refuse(2, 2, 2, 0, "user index must be in [0, 2), actual: 2");
    refuse(2, 2, -1, 0, "user index must be in [0, 2), actual: -1");
    refuse(2, 2, 0, 2, "movie index must be in [0, 2), actual: 2");
    refuse(2, 2, 0, -1, "movie index must be in [0, 2), actual: -1");
    refuse(-2, 2, 0, 0, "users must be >= 0, actual: -2");
    refuse(2, -1, 0, 0, "movies must be >= 0, actual: -1");
  }

  @Test
  void of_refusesArraysThatDifferInLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingMatrix.of(2, 2, new int[2], new int[3], new float[4]))
        .withMessage("user, movie and rating must be of one length, actual: 2, 3 and 4");
  }

  @Test
  void of_refusesARatingThatIsNotFinite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingMatrix.of(1, 1, new int[1], new int[1], new float[] {Float.NaN}))
        .withMessage("ratings must be finite, actual: NaN");
  }

  @Test
  void ofRows_refusesWhatIsNoMatrix() {
    float[] two = {1, 2};
    refuseRows(2, new int[] {0, 2}, new int[] {1, 0}, two, "must ascend and be unique");
    refuseRows(2, new int[] {0, 1}, new int[] {0, 1}, two, "row starts must ascend");
    refuseRows(2, new int[] {1, 2}, new int[] {0, 1}, two, "row starts must ascend");
    refuseRows(2, new int[] {0, 2, 1, 2}, new int[] {0, 1}, two, "row starts must ascend");
    refuseRows(2, new int[] {0, -1, 2}, new int[] {0, 1}, two, "row starts must ascend");
    refuseRows(2, new int[0], new int[] {0, 1}, two, "row starts must ascend");
    refuseRows(1, new int[] {0, 2}, new int[] {0, 1}, two, "movie index must be in [0, 1)");
    refuseRows(2, new int[] {0, 2}, new int[] {0, 1}, new float[1], "one length, actual: 2 and 1");
    refuseRows(-1, new int[] {0}, new int[0], new float[0], "movies must be >= 0, actual: -1");
  }

  @Test
  void ofRows_onSeveralThreads_makesTheSame() {
    RatingMatrix one = shuffled(6, new TreeMap<>(RatingMatrixTest::compare));
    int[] start = new int[USERS + 1];
    int[] movie = new int[one.size()];
    float[] rating = new float[one.size()];
    for (int user = 0; user < USERS; user++) {
      start[user + 1] = one.rowEnd(user);
    }
    for (int p = 0; p < movie.length; p++) {
      movie[p] = one.movieAt(p);
      rating[p] = one.ratingAt(p);
    }
    for (int threads : new int[] {1, 2, 3, 7, 50}) {
      RatingMatrix matrix = RatingMatrix.ofRows(MOVIES, start, movie, rating, threads);
      for (int m = 0; m < MOVIES; m++) {
        assertThat(matrix.columnStart(m)).isEqualTo(one.columnStart(m));
        assertThat(matrix.columnEnd(m)).isEqualTo(one.columnEnd(m));
      }
      for (int p = 0; p < movie.length; p++) {
        assertThat(matrix.userAt(p)).as("%d threads", threads).isEqualTo(one.userAt(p));
        assertThat(matrix.columnRatingAt(p)).isEqualTo(one.columnRatingAt(p));
      }
      assertThat(matrix.scale()).isEqualTo(one.scale());
    }
  }

  @Test
  void ofRows_onSeveralThreads_refusesTheFirstThingWrong() {
    int[] start = {0, 1, 2, 3, 4};
    int[] movie = {0, 9, 1, 8};
    for (int threads : new int[] {1, 2, 4}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RatingMatrix.ofRows(2, start, movie, new float[4], threads))
          .withMessage("movie index must be in [0, 2), actual: 9");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingMatrix.ofRows(2, start, movie, new float[4], 0))
        .withMessage("threads must be >= 1, actual: 0");
  }

  @Test
  void ofRows_onSeveralThreads_findsTheScaleOfAllParts() {
    int[] start = {0, 1, 2, 3, 4};
    float[] quarters = {4, 0.5f, 2.25f, -1};
    float[] noGrid = {4, 0.1f, 2.25f, 5};
    for (int threads : new int[] {1, 2, 4}) {
      assertThat(RatingMatrix.ofRows(1, start, new int[4], quarters, threads).scale())
          .isEqualTo(new RatingScale(-1, 4, 0.25));
      assertThat(RatingMatrix.ofRows(1, start, new int[4], noGrid, threads).scale())
          .isEqualTo(new RatingScale(0.1f, 5, 0));
    }
  }

  private static void refuse(int users, int movies, int user, int movie, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                RatingMatrix.of(
                    users, movies, new int[] {user}, new int[] {movie}, new float[] {1}))
        .withMessage(message);
  }

  private static void refuseRows(
      int movies, int[] start, int[] movie, float[] rating, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingMatrix.ofRows(movies, start, movie, rating))
        .withMessageContaining(message);
  }

  /** A random matrix from triples in random order; what it holds goes to {@code expected} too. */
  private static RatingMatrix shuffled(long seed, Map<List<Integer>, Float> expected) {
    Random random = new Random(seed);
    for (int i = 0; i < 120; i++) {
      // The last user and the last movie stay without a rating.
      List<Integer> key = List.of(random.nextInt(USERS - 1), random.nextInt(MOVIES - 1));
      expected.put(key, 1f + random.nextInt(5));
    }
    List<Map.Entry<List<Integer>, Float>> entries = new ArrayList<>(expected.entrySet());
    Collections.shuffle(entries, random);
    int[] user = new int[entries.size()];
    int[] movie = new int[entries.size()];
    float[] rating = new float[entries.size()];
    for (int i = 0; i < user.length; i++) {
      user[i] = entries.get(i).getKey().get(0);
      movie[i] = entries.get(i).getKey().get(1);
      rating[i] = entries.get(i).getValue();
    }
    return RatingMatrix.of(USERS, MOVIES, user, movie, rating);
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    int byUser = Integer.compare(a.get(0), b.get(0));
    return byUser != 0 ? byUser : Integer.compare(a.get(1), b.get(1));
  }
}
