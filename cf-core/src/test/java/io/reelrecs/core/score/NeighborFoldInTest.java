package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleModels;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ratings given to a model get from neighbors what training with them would have given. */
class NeighborFoldInTest {

  private static final int USERS = 30;
  private static final int K = 5;

  static Stream<Arguments> given() {
    float[] bothSigns = {-2, -1, 1, 2};
    return Stream.of(SampleRatings.STARS, SampleRatings.HALF_STARS, SampleRatings.TENTHS, bothSigns)
        .flatMap(
            values ->
                Stream.of(MissingRating.values())
                    .flatMap(
                        missing ->
                            Stream.of(1, 2, 3).map(seed -> Arguments.of(values, missing, seed))));
  }

  @ParameterizedTest
  @MethodSource("given")
  void score_isThatOfAModelTrainedWithTheUser_bitForBit(
      float[] values, MissingRating missing, int seed) {
    RatingMatrix random = SampleRatings.random(USERS, 25, 0.25, values, seed);
    int compared = 0;
    for (int user = 0; user < USERS; user++) {
      float[][] cells = sharedCells(random, user);
      Model with = SampleModels.of(SampleRatings.dense(cells), K, missing);
      float[][] others = without(cells, user);
      Model without = SampleModels.of(SampleRatings.dense(others), K, missing);
      long[] movies = without.movies().toArray();
      Map<Long, Double> rated = ScorerContract.ratingsOf(with, user);
      if (rated.isEmpty() || !with.ratings().scale().equals(without.ratings().scale())) {
        continue;
      }
      Scores expected = Scorer.of(with).score(with.users().idAt(user), movies);
      Scores found = Scorer.of(without).score(RatedMovies.of(rated), movies);
      for (int i = 0; i < movies.length; i++) {
        assertThat(found.source(i) == ScoreSource.NEIGHBORS)
            .isEqualTo(expected.source(i) == ScoreSource.NEIGHBORS);
        if (expected.source(i) == ScoreSource.NEIGHBORS) {
          assertThat(found.get(i)).as("user %d, movie %d", user, i).isEqualTo(expected.get(i));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  /** The ratings less those that the user alone gave: such a rating says nothing in a fold-in. */
  private static float[][] sharedCells(RatingMatrix random, int user) {
    float[][] cells = new float[random.users()][random.movies()];
    for (int u = 0; u < random.users(); u++) {
      for (int movie = 0; movie < random.movies(); movie++) {
        int at = random.find(u, movie);
        boolean alone = u == user && random.columnLength(movie) == 1;
        cells[u][movie] = at < 0 || alone ? Float.NaN : random.ratingAt(at);
      }
    }
    return cells;
  }

  private static float[][] without(float[][] cells, int user) {
    float[][] others = new float[cells.length - 1][];
    System.arraycopy(cells, 0, others, 0, user);
    System.arraycopy(cells, user + 1, others, user, cells.length - user - 1);
    return others;
  }

  /** What nobody else rated has no part in it, whether the model knows the movie or not. */
  @ParameterizedTest
  @MethodSource("given")
  void score_isTheSame_withRatingsThatNobodyElseGave(
      float[] values, MissingRating missing, int seed) {
    RatingMatrix ratings = SampleRatings.random(USERS, 8, 0.03, values, seed);
    Model model = SampleModels.of(ratings, K, missing);
    Scorer scorer = Scorer.of(model);
    long[] movies = ScorerContract.ids(model.movies());
    int added = 0;
    for (int user = 0; user < USERS; user++) {
      Map<Long, Double> rated = ScorerContract.ratingsOf(model, user);
      Map<Long, Double> more = new TreeMap<>(rated);
      more.put(5L, ratings.scale().lo());
      for (int movie = 0; movie < ratings.movies(); movie++) {
        if (ratings.columnLength(movie) == 0) {
          more.put(model.movies().idAt(movie), ratings.scale().hi());
          added++;
        }
      }
      assertThat(scorer.score(RatedMovies.of(more), movies).asList())
          .isEqualTo(scorer.score(RatedMovies.of(rated), movies).asList());
    }
    assertThat(added).isPositive();
  }
}
