package io.reelrecs.train.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PipelineTest {

  private static final PipelineParameters DEFAULT = PipelineParameters.DEFAULT;

  private static PipelineRequest request(PipelineParameters parameters, long user) {
    return Pipeline.of(ToyMovies.model(), parameters).request(user);
  }

  private static void assertFeatures(
      PipelineRequest request, int i, double genre, double count, double popularity, double year) {
    assertThat(request.genreOverlap(i)).as("genre").isEqualTo((float) genre);
    assertThat(request.collaborative(i)).as("collaborative").isEqualTo((float) count);
    assertThat(request.popularityPercentile(i)).as("popularity").isEqualTo((float) popularity);
    assertThat(request.yearPreference(i)).as("year").isEqualTo((float) year);
  }

  @Test
  void request_knownUser_hasTheFeaturesWorkedOutByHand() {
    PipelineRequest request = request(DEFAULT, 1);

    assertThat(request.userId()).isEqualTo(1);
    assertThat(request.movieIds()).containsExactly(30, 50); // 10, 20 and 40 are rated, 60 by nobody
    // User 1 likes 10 (1990, A and B) and 20 (2000, A): genres A and B, mean year 1995.
    // 30 is B and C of 2010, liked by 2 and 3; 40 and 60 have fewer ratings.
    assertFeatures(request, 0, 1 / 3.0, 2, 2 / 6.0, 1 - 15 / 25.0);
    // 50 was liked by 2 and by 4, who is not similar; all others have fewer ratings.
    assertFeatures(request, 1, 0, 1, 5 / 6.0, 0.5);
  }

  @Test
  void request_favoriteGenres_areThoseOfMostLikedMovies() {
    PipelineRequest request = request(new PipelineParameters(200, 4, 500, 25, 1), 1);

    assertThat(request.genreOverlap(0)).isZero(); // of A alone, 30 has nothing
  }

  @Test
  void request_similarUsers_areTheNearestByCosine() {
    // 1 and 2: 25 / sqrt(42 * 66) = 0.475; 1 and 3: 20 / sqrt(42 * 45) = 0.460.
    PipelineRequest request = request(DEFAULT.withSimilarUsers(1), 1);

    assertThat(request.movieIds()).containsExactly(30, 50);
    assertThat(request.collaborative(0)).isEqualTo(1);
    assertThat(request.collaborative(1)).isEqualTo(1);
  }

  @Test
  void request_positiveFrom_isWhatLikingMeans() {
    PipelineRequest request = request(DEFAULT.withPositiveFrom(5), 1);

    assertThat(request.movieIds()).containsExactly(30, 50);
    assertThat(request.collaborative(0)).isEqualTo(1); // by 2; 3 gave it 4 stars
    assertThat(request.collaborative(1)).isZero(); // not liked by a similar user: filled up
    assertFeatures(request, 0, 1 / 3.0, 1, 2 / 6.0, 1 - 20 / 25.0); // 10 alone is liked
  }

  @Test
  void request_tooFewLiked_isFilledUpWithTheMostRated() {
    // What 2 and 3 liked: 10, 20, and 30 twice; 40 is left, 60 has no rating.
    PipelineRequest request = request(DEFAULT, 4);

    assertThat(request.movieIds()).containsExactly(10, 20, 30, 40);
    assertThat(request.collaborative(3)).isZero();
    assertThat(request.yearPreference(0)).isEqualTo(0.5f); // of what 4 likes no year is known
  }

  @Test
  void request_tooManyLiked_keepsThoseOfMostUsers_thenTheLowestId() {
    assertThat(request(DEFAULT.withCandidates(2), 4).movieIds()).containsExactly(10, 30);
    assertThat(request(DEFAULT.withCandidates(1), 4).movieIds()).containsExactly(30);
  }

  @Test
  void request_unknownUser_hasTheMostRatedMovies() {
    PipelineRequest request = request(DEFAULT.withCandidates(2), 99);

    assertThat(request.movieIds()).containsExactly(10, 50);
    assertFeatures(request, 0, 0, 0, 2 / 6.0, 0.5);
  }

  @Test
  void yearPreference_fallsToZero_andNotBelow() {
    PipelineRequest request = request(new PipelineParameters(200, 4, 500, 10, 5), 1);

    assertThat(request.yearPreference(0)).isZero(); // 15 years away
  }

  @Test
  void likes_countsWhoLikedACandidate() {
    Pipeline pipeline = Pipeline.of(ToyMovies.model(), DEFAULT);

    assertThat(pipeline.likes(pipeline.request(1))).containsExactly(2, 2);
  }

  @Test
  void parameters_default_isWhatThePipelineDoes() {
    assertThat(DEFAULT).isEqualTo(new PipelineParameters(200, 4, 500, 25, 5));
  }

  @Test
  void parameters_outOfRange_areNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.withCandidates(0))
        .withMessage("candidates must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.withSimilarUsers(0))
        .withMessage("similarUsers must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULT.withPositiveFrom(Double.NaN))
        .withMessageStartingWith("positiveFrom must be a number");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PipelineParameters(1, 4, 1, 0, 1))
        .withMessageStartingWith("yearReach must be > 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PipelineParameters(1, 4, 1, 1, 0))
        .withMessage("favoriteGenres must be >= 1, actual: 0");
  }
}
