package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarMovies;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.grpc.v1.Account;
import io.reelrecs.grpc.v1.ExplainRequest;
import io.reelrecs.grpc.v1.ExplainResponse;
import io.reelrecs.grpc.v1.GetModelInfoRequest;
import io.reelrecs.grpc.v1.GetModelInfoResponse;
import io.reelrecs.grpc.v1.Influence;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.PredictResponse;
import io.reelrecs.grpc.v1.Prediction;
import io.reelrecs.grpc.v1.PredictionSource;
import io.reelrecs.grpc.v1.RecommendRequest;
import io.reelrecs.grpc.v1.RecommendResponse;
import io.reelrecs.grpc.v1.RecommendedMovie;
import io.reelrecs.grpc.v1.SimilarMoviesRequest;
import io.reelrecs.grpc.v1.SimilarMoviesResponse;
import io.reelrecs.grpc.v1.SimilarUser;
import io.reelrecs.grpc.v1.SimilarUsersRequest;
import io.reelrecs.grpc.v1.SimilarUsersResponse;
import io.reelrecs.grpc.v1.SimilarityMeasure;
import io.reelrecs.grpc.v1.Subject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the v1 service answers, against what the core answers to the same question. */
class RecommenderServiceTest {

  private static final double[] RATED = {7, 5, 14, 1, 21, 4, 99_999, 3};

  private final Model model = SmallModels.learned(3);
  private final Scorer scorer = Scorer.of(model);
  private final InProcessRecommender service =
      new InProcessRecommender(ServedModel.of("v7", model));

  @AfterEach
  void close() {
    service.close();
  }

  private static PredictRequest predict(Subject subject, long... movies) {
    return PredictRequest.newBuilder()
        .setSubject(subject)
        .addAllMovieIds(LongStream.of(movies).boxed().toList())
        .build();
  }

  private static Prediction expected(long movie, Score score) {
    return Prediction.newBuilder()
        .setMovieId(movie)
        .setValue(score.value())
        .setPredictedRating(score.predicted())
        .setSource(PredictionSource.valueOf("PREDICTION_SOURCE_" + score.source()))
        .setSupport(score.support())
        .build();
  }

  @Test
  void predict_userById_theScorersAnswersInOrder() {
    long[] movies = {21, 7, 5, SmallModels.UNRATED, 7, 0};
    for (long user : new long[] {10, 400, 11, 0, 4_294_967_295L}) {
      PredictResponse response = service.client().predict(predict(Subjects.user(user), movies));

      assertThat(response.getModelVersion()).isEqualTo("v7");
      assertThat(response.getPredictionsCount()).isEqualTo(movies.length);
      for (int i = 0; i < movies.length; i++) {
        assertThat(response.getPredictions(i))
            .isEqualTo(expected(movies[i], scorer.score(user, movies[i])));
      }
    }
    assertThat(service.metrics().requests()).isEqualTo(5);
    assertThat(service.metrics().candidates()).isEqualTo(30);
  }

  @Test
  void predict_unknownIds_sourceSaysWhatIsLeft() {
    Subject known = Subjects.user(10);
    Subject unknown = Subjects.user(11);

    assertThat(sources(known, 7, 8))
        .containsExactly(
            PredictionSource.PREDICTION_SOURCE_NEIGHBORS,
            PredictionSource.PREDICTION_SOURCE_USER_BASELINE);
    assertThat(sources(unknown, 7, 8, SmallModels.UNRATED))
        .containsExactly(
            PredictionSource.PREDICTION_SOURCE_MOVIE_BASELINE,
            PredictionSource.PREDICTION_SOURCE_GLOBAL_MEAN,
            PredictionSource.PREDICTION_SOURCE_GLOBAL_MEAN);
    assertThat(service.metrics().bySource()).containsEntry(ScoreSource.GLOBAL_MEAN, 2L);
  }

  private List<PredictionSource> sources(Subject subject, long... movies) {
    return service.client().predict(predict(subject, movies)).getPredictionsList().stream()
        .map(Prediction::getSource)
        .toList();
  }

  @Test
  void predict_userByRatings_foldsIn() {
    long[] movies = {28, 7, 8};
    PredictResponse response = service.client().predict(predict(Subjects.ratings(RATED), movies));

    for (int i = 0; i < movies.length; i++) {
      assertThat(response.getPredictions(i))
          .isEqualTo(expected(movies[i], scorer.score(Subjects.rated(RATED), movies).get(i)));
    }
    assertThat(response.getPredictions(0).getSource())
        .isEqualTo(PredictionSource.PREDICTION_SOURCE_NEIGHBORS);
  }

  @Test
  void predict_noRatings_likeAnUnknownUser() {
    assertThat(service.client().predict(predict(Subjects.ratings(), 7, 8)))
        .isEqualTo(service.client().predict(predict(Subjects.user(11), 7, 8)));
  }

  @Test
  void predict_noCandidates_noPredictions() {
    PredictResponse response = service.client().predict(predict(Subjects.user(10)));

    assertThat(response.getPredictionsList()).isEmpty();
    assertThat(response.getModelVersion()).isEqualTo("v7");
  }

  @Test
  void recommend_userByIdAndByRatings_asTheScorerRecommends() {
    assertRecommended(Subjects.user(10), scorer.recommend(10, 4));
    assertRecommended(Subjects.user(11), scorer.recommend(11, 4));
    assertRecommended(Subjects.ratings(RATED), scorer.recommend(Subjects.rated(RATED), 4));
  }

  private void assertRecommended(Subject subject, List<Recommendation> expected) {
    RecommendResponse response =
        service
            .client()
            .recommend(RecommendRequest.newBuilder().setSubject(subject).setN(4).build());

    assertThat(response.getModelVersion()).isEqualTo("v7");
    assertThat(response.getShortfall()).isEmpty();
    assertThat(response.getMoviesList())
        .containsExactlyElementsOf(
            expected.stream()
                .map(
                    movie ->
                        RecommendedMovie.newBuilder()
                            .setPrediction(expected(movie.movieId(), movie.score()))
                            .setRelevance(movie.relevance())
                            .setTitle(model.title(movie.movieId()))
                            .build())
                .toList());
  }

  @Test
  void recommend_noNumber_ten() {
    assertThat(
            service
                .client()
                .recommend(RecommendRequest.newBuilder().setSubject(Subjects.user(10)).build())
                .getMoviesCount())
        .isEqualTo(10);
  }

  @Test
  void recommend_excluded_theNextBestInstead() {
    List<Long> all = scorer.recommend(10, 6).stream().map(Recommendation::movieId).toList();
    RecommendRequest request =
        RecommendRequest.newBuilder()
            .setSubject(Subjects.user(10))
            .setN(4)
            .addExcludedMovieIds(all.get(1))
            .addExcludedMovieIds(all.get(3))
            .addExcludedMovieIds(all.get(3))
            .addExcludedMovieIds(5)
            .build();

    assertThat(ids(service.client().recommend(request)))
        .containsExactly(all.get(0), all.get(2), all.get(4), all.get(5));
  }

  @Test
  void recommend_fewerThanAskedFor_saysWhy() {
    int rated = model.ratings().rowLength(0);
    RecommendRequest request =
        RecommendRequest.newBuilder().setSubject(Subjects.user(10)).setN(100).build();
    RecommendResponse response = service.client().recommend(request);
    String reason =
        "the model has 30 movies, of which the user rated " + rated + " and 1 was rated by nobody";

    assertThat(response.getMoviesCount()).isEqualTo(29 - rated);
    assertThat(response.getShortfall()).isEqualTo(reason);

    long best = response.getMovies(0).getPrediction().getMovieId();
    RecommendResponse without =
        service.client().recommend(request.toBuilder().addExcludedMovieIds(best).build());
    assertThat(ids(without)).hasSize(28 - rated).doesNotContain(best);
    assertThat(without.getShortfall()).isEqualTo(reason + "; 1 more were excluded");
  }

  private static List<Long> ids(RecommendResponse response) {
    return response.getMoviesList().stream()
        .map(movie -> movie.getPrediction().getMovieId())
        .toList();
  }

  @Test
  void similarUsers_storedAndSearched_asTheModelSays() {
    for (int n : new int[] {2, SmallModels.NEIGHBORS, 30}) {
      SimilarUsersResponse response =
          service
              .client()
              .similarUsers(SimilarUsersRequest.newBuilder().setUserId(20).setN(n).build());

      assertThat(response.getModelVersion()).isEqualTo("v7");
      assertThat(response.getKnown()).isTrue();
      assertThat(response.getUsersList())
          .hasSize(n)
          .containsExactlyElementsOf(
              SimilarUsers.of(model).find(20, n).stream()
                  .map(
                      user ->
                          SimilarUser.newBuilder()
                              .setUserId(user.userId())
                              .setSimilarity(user.similarity())
                              .build())
                  .toList());
    }
  }

  @Test
  void similar_unknownId_noneAndNotKnown() {
    SimilarUsersResponse users =
        service.client().similarUsers(SimilarUsersRequest.newBuilder().setUserId(0).build());
    SimilarMoviesResponse movies =
        service.client().similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(0).build());

    assertThat(users.getKnown()).isFalse();
    assertThat(users.getUsersList()).isEmpty();
    assertThat(movies.getKnown()).isFalse();
    assertThat(movies.getMoviesList()).isEmpty();
    assertThat(movies.getModelVersion()).isEqualTo(users.getModelVersion()).isEqualTo("v7");
  }

  @Test
  void similarMovies_learnedOrNot_asTheModelSaysWithTitles() {
    assertSimilarMovies(model, SimilarityMeasure.SIMILARITY_MEASURE_LEARNED);
    assertSimilarMovies(SmallModels.reference(3), SimilarityMeasure.SIMILARITY_MEASURE_COSINE);
  }

  private static void assertSimilarMovies(Model model, SimilarityMeasure measure) {
    try (InProcessRecommender service = new InProcessRecommender(ServedModel.of("v1", model))) {
      SimilarMoviesResponse response =
          service
              .client()
              .similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(21).setN(29).build());

      assertThat(response.getMeasure()).isEqualTo(measure);
      assertThat(response.getKnown()).isTrue();
      assertThat(response.getMoviesList())
          .hasSizeGreaterThan(10)
          .containsExactlyElementsOf(
              SimilarMovies.of(model).find(21, 29).stream()
                  .map(
                      movie ->
                          io.reelrecs.grpc.v1.SimilarMovie.newBuilder()
                              .setMovieId(movie.movieId())
                              .setSimilarity(movie.similarity())
                              .setTitle(model.title(movie.movieId()))
                              .build())
                  .toList())
          .anySatisfy(movie -> assertThat(movie.getTitle()).isEqualTo("Seven (1995)"));
    }
  }

  @Test
  void explain_userByIdAndByRatings_asTheScorerExplains() {
    assertExplained(Subjects.user(10), scorer.explain(10, 28));
    assertExplained(Subjects.user(11), scorer.explain(11, 28));
    assertExplained(Subjects.user(10), scorer.explain(10, 8));
    assertExplained(Subjects.ratings(RATED), scorer.explain(Subjects.rated(RATED), 28));
  }

  private void assertExplained(Subject subject, Explanation expected) {
    ExplainRequest request =
        ExplainRequest.newBuilder()
            .setSubject(subject)
            .setMovieId(expected.movieId())
            .setN(2)
            .build();
    ExplainResponse response = service.client().explain(request);

    assertThat(response.getModelVersion()).isEqualTo("v7");
    assertThat(response.getPrediction()).isEqualTo(expected(expected.movieId(), expected.score()));
    assertAccount(response.getRating(), expected.rating());
    assertAccount(response.getRelevance(), expected.relevance());
  }

  private static void assertAccount(Account account, Explanation.Account expected) {
    assertThat(account.getTotal()).isEqualTo(expected.total());
    assertThat(account.getBase()).isEqualTo(expected.base());
    assertThat(account.getMovieCount()).isEqualTo(expected.movies().size());
    assertThat(account.getUserCount()).isEqualTo(expected.users().size());
    assertThat(account.getMoviesCount()).isEqualTo(Math.min(2, expected.movies().size()));
    assertThat(account.getUsersCount()).isEqualTo(Math.min(2, expected.users().size()));
    for (int i = 0; i < account.getMoviesCount(); i++) {
      Explanation.Influence part = expected.movies().get(i);
      Influence influence = account.getMovies(i);
      assertThat(influence.getId()).isEqualTo(part.id());
      assertThat(influence.getSimilarity()).isEqualTo(part.similarity());
      assertThat(influence.getContribution()).isEqualTo(part.contribution());
      assertThat(influence.hasRating()).isEqualTo(!Double.isNaN(part.rating()));
      assertThat(influence.getRating()).isEqualTo(influence.hasRating() ? part.rating() : 0);
    }
    double sum =
        account.getBase()
            + account.getUsersList().stream().mapToDouble(Influence::getContribution).sum()
            + account.getMoviesList().stream().mapToDouble(Influence::getContribution).sum()
            + account.getRest();
    assertThat(sum).isCloseTo(account.getTotal(), within(1e-12));
  }

  @Test
  void getModelInfo_saysWhatTheModelIsAndTheLimits() {
    RequestLimits limits = new RequestLimits(11, 12, 13, 1_400);
    try (InProcessRecommender limited =
        new InProcessRecommender(ServedModel.of("v8", model), limits)) {
      GetModelInfoResponse info =
          limited.client().getModelInfo(GetModelInfoRequest.getDefaultInstance());

      assertThat(info.getModelVersion()).isEqualTo("v8");
      assertThat(info.getAlgorithm()).isEqualTo("reference");
      assertThat(info.getParametersMap()).containsEntry("k", "5").containsEntry("seed", "3");
      assertThat(info.getDataFingerprint()).isEqualTo("sha256:00");
      assertThat(info.getWriter()).isEqualTo("test 1");
      assertThat(info.getUserCount()).isEqualTo(SmallModels.USERS);
      assertThat(info.getMovieCount()).isEqualTo(SmallModels.MOVIES);
      assertThat(info.getRatingCount()).isEqualTo(model.ratings().size());
      assertThat(info.getTitleCount()).isEqualTo(2);
      assertThat(info.getNeighborsPerUser()).isEqualTo(SmallModels.NEIGHBORS);
      assertThat(info.getScale().getLowest()).isEqualTo(1);
      assertThat(info.getScale().getHighest()).isEqualTo(5);
      assertThat(info.getScale().getStep()).isEqualTo(1);
      assertThat(info.getLimits().getMaxCandidates()).isEqualTo(11);
      assertThat(info.getLimits().getMaxRatings()).isEqualTo(12);
      assertThat(info.getLimits().getMaxN()).isEqualTo(13);
      assertThat(info.getLimits().getMaxMessageBytes()).isEqualTo(1_400);
    }
  }
}
