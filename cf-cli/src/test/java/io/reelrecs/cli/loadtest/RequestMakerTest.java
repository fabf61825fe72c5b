package io.reelrecs.cli.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestMakerTest {

  private static final Population POPULATION = Population.synthetic(500, 1, 1_000);

  @Test
  void next_candidates_areAllDifferentAndAsThePipelineMakesThem() {
    RequestMaker maker = new RequestMaker(POPULATION, 200, 3);
    boolean fullScore = false;
    for (int i = 0; i < 50; i++) {
      ScoreRequest request = maker.next();
      assertThat(request.getUserId()).isBetween(1, 500);
      assertThat(request.getFeaturesList().stream().map(CandidateFeatures::getMovieId))
          .hasSize(200)
          .doesNotHaveDuplicates()
          .allMatch(movie -> movie >= 1 && movie <= 1_000);
      for (CandidateFeatures each : request.getFeaturesList()) {
        assertThat(each.getGenreOverlapScore()).isBetween(0f, 1f);
        assertThat(each.getGenreDiversityScore()).isBetween(0f, 1f);
        assertThat(each.getCollaborativeScore())
            .isBetween(1f, 500f)
            .isEqualTo(each.getSimilarUsersCount());
        assertThat(each.getAvgRating()).isBetween(1f, 5f);
        assertThat(each.getRatingCount()).isPositive();
        assertThat(each.getPopularityPercentile()).isBetween(Float.MIN_VALUE, 1f);
        assertThat(each.getMovieYear()).isBetween(1920, 2000);
        assertThat(each.getYearPreferenceScore()).isBetween(Float.MIN_VALUE, 1f);
        assertThat(each.getDaysSinceReleased()).isBetween(0f, 81 * 365f);
        fullScore |= each.getCollaborativeScore() > 100;
      }
    }
    assertThat(fullScore).isTrue();
  }

  @Test
  void next_popularMovies_comeOften() {
    RequestMaker maker = new RequestMaker(POPULATION, 10, 3);
    double sum = 0;
    for (int i = 0; i < 200; i++) {
      for (CandidateFeatures each : maker.next().getFeaturesList()) {
        sum += each.getPopularityPercentile() / 2_000;
      }
    }

    assertThat(sum).isGreaterThan(0.6); // the mean percentile of movies drawn evenly is 0.5
  }

  @Test
  void next_asManyCandidatesAsMovies_hasAllOfThem() {
    RequestMaker maker = new RequestMaker(Population.synthetic(3, 1, 40), 40, 1);

    assertThat(maker.next().getFeaturesList().stream().map(CandidateFeatures::getMovieId))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 40).boxed().toList());
  }

  @Test
  void make_moreCandidatesThanMovies_isRefused() {
    assertThatThrownBy(() -> new RequestMaker(POPULATION, 1_001, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("candidates must be at most the 1000 movies there are, actual: 1001");
    assertThatThrownBy(() -> new RequestMaker(POPULATION, 0, 1))
        .hasMessage("candidates must be >= 1, actual: 0");
  }
}
