package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarMoviesTest {

  private static final int MOVIES = 30;

  private final RatingMatrix ratings =
      SampleRatings.random(40, MOVIES, 0.3, SampleRatings.STARS, 11);

  @ParameterizedTest
  @EnumSource(MissingRating.class)
  void find_nothingLearned_cosinesOfColumnsPairByPair(MissingRating missing) {
    SimilarMovies similar = SimilarMovies.of(SampleModels.of(ratings, 5, missing));
    assertThat(similar.measure()).isEqualTo(SimilarMovies.Measure.COSINE);
    for (int movie = 0; movie < MOVIES; movie++) {
      int one = movie;
      List<SimilarMovie> expected =
          IntStream.range(0, MOVIES)
              .filter(other -> other != one)
              .mapToObj(other -> new SimilarMovie(id(other), cosine(one, other, missing)))
              .filter(other -> other.similarity() > 1e-12)
              .sorted(Comparator.comparingDouble(other -> -other.similarity()))
              .toList();

      List<SimilarMovie> found = similar.find(id(movie), MOVIES);
      assertThat(found).as("movie %d", movie).hasSameSizeAs(expected);
      for (int rank = 0; rank < found.size(); rank++) {
        assertThat(found.get(rank).similarity())
            .isCloseTo(expected.get(rank).similarity(), within(1e-12));
      }
      assertThat(similar.find(id(movie), 3)).isEqualTo(found.subList(0, 3));
    }
  }

  @Test
  void find_learnedKernel_itsRowInOrder() {
    Model model =
        SampleLearned.regressions(
            SampleModels.of(ratings, 5, MissingRating.ZERO),
            false,
            true,
            new Ranking.ByPrediction());
    SimilarMovies similar = SimilarMovies.of(model);

    List<SimilarMovie> found = similar.find(id(4), MOVIES);

    assertThat(similar.measure()).isEqualTo(SimilarMovies.Measure.LEARNED);
    assertThat(found)
        .isNotEmpty()
        .isSortedAccordingTo(
            Comparator.comparingDouble((SimilarMovie other) -> -other.similarity())
                .thenComparingLong(SimilarMovie::movieId))
        .allSatisfy(
            other ->
                assertThat(other.similarity())
                    .isPositive()
                    .isCloseTo(
                        model
                            .learned()
                            .movies()
                            .orElseThrow()
                            .kernel()
                            .at(4, model.movies().indexOf(other.movieId())),
                        within(1e-12)))
        .noneSatisfy(other -> assertThat(other.movieId()).isEqualTo(id(4)));
  }

  @Test
  void find_equalMovies_lowerIdFirst() {
    RatingMatrix equal =
        SampleRatings.dense(
            new float[] {3, 3, 3, 3}, new float[] {4, 4, 4, 4}, new float[] {1, 1, 2, 2});
    SimilarMovies similar = SimilarMovies.of(SampleModels.of(equal, 2, MissingRating.ZERO));

    assertThat(similar.find(id(1), 3))
        .extracting(SimilarMovie::movieId)
        .containsExactly(id(0), id(2), id(3));
  }

  @Test
  void find_unknownMovie_empty() {
    SimilarMovies similar = SimilarMovies.of(SampleModels.of(ratings, 5, MissingRating.ZERO));

    assertThat(similar.find(0, 5)).isEmpty();
    assertThat(similar.find(-1, 5)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> similar.find(id(1), 0))
        .withMessage("k must be >= 1, actual: 0");
  }

  private static long id(int movie) {
    return 7L * movie + 1;
  }

  private double cosine(int a, int b, MissingRating missing) {
    double product = 0;
    double ofA = 0;
    double ofB = 0;
    for (int user = 0; user < ratings.users(); user++) {
      double x = value(user, a, missing);
      double y = value(user, b, missing);
      product += x * y;
      ofA += x * x;
      ofB += y * y;
    }
    return ofA * ofB == 0 ? 0 : product / Math.sqrt(ofA * ofB);
  }

  private double value(int user, int movie, MissingRating missing) {
    int at = ratings.find(user, movie);
    if (at < 0) {
      return 0;
    }
    double mean =
        IntStream.range(ratings.rowStart(user), ratings.rowEnd(user))
            .mapToDouble(ratings::ratingAt)
            .average()
            .orElseThrow();
    return ratings.ratingAt(at) - (missing == MissingRating.ZERO ? 0 : mean);
  }
}
