package io.reelrecs.grpc;

import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarMovie;
import io.reelrecs.core.model.SimilarMovies;
import io.reelrecs.core.model.SimilarUser;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.Recommendation;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.grpc.v1.Account;
import io.reelrecs.grpc.v1.GetModelInfoResponse;
import io.reelrecs.grpc.v1.Influence;
import io.reelrecs.grpc.v1.Prediction;
import io.reelrecs.grpc.v1.PredictionSource;
import io.reelrecs.grpc.v1.RecommendResponse;
import io.reelrecs.grpc.v1.SimilarityMeasure;
import java.util.List;

/** Maps what the core answers to the messages of {@code reelrecs.v1}. */
final class Answers {

  private Answers() {}

  static Prediction prediction(long movieId, Score score) {
    return Prediction.newBuilder()
        .setMovieId(movieId)
        .setValue(score.value())
        .setPredictedRating(score.predicted())
        .setSource(source(score.source()))
        .setSupport(score.support())
        .build();
  }

  private static PredictionSource source(ScoreSource source) {
    return switch (source) {
      case NEIGHBORS -> PredictionSource.PREDICTION_SOURCE_NEIGHBORS;
      case MOVIE_BASELINE -> PredictionSource.PREDICTION_SOURCE_MOVIE_BASELINE;
      case USER_BASELINE -> PredictionSource.PREDICTION_SOURCE_USER_BASELINE;
      case GLOBAL_MEAN -> PredictionSource.PREDICTION_SOURCE_GLOBAL_MEAN;
    };
  }

  static RecommendResponse recommended(ModelQueries model, Exclusion.Left left) {
    RecommendResponse.Builder response =
        RecommendResponse.newBuilder()
            .setModelVersion(model.version())
            .setShortfall(left.shortfall());
    for (Recommendation movie : left.movies()) {
      response
          .addMoviesBuilder()
          .setPrediction(prediction(movie.movieId(), movie.score()))
          .setRelevance(movie.relevance())
          .setTitle(model.title(movie.movieId()));
    }
    return response.build();
  }

  static List<io.reelrecs.grpc.v1.SimilarUser> users(List<SimilarUser> users) {
    return users.stream()
        .map(
            user ->
                io.reelrecs.grpc.v1.SimilarUser.newBuilder()
                    .setUserId(user.userId())
                    .setSimilarity(user.similarity())
                    .build())
        .toList();
  }

  static List<io.reelrecs.grpc.v1.SimilarMovie> movies(
      ModelQueries model, List<SimilarMovie> movies) {
    return movies.stream()
        .map(
            movie ->
                io.reelrecs.grpc.v1.SimilarMovie.newBuilder()
                    .setMovieId(movie.movieId())
                    .setSimilarity(movie.similarity())
                    .setTitle(model.title(movie.movieId()))
                    .build())
        .toList();
  }

  static SimilarityMeasure measure(SimilarMovies.Measure measure) {
    return switch (measure) {
      case LEARNED -> SimilarityMeasure.SIMILARITY_MEASURE_LEARNED;
      case COSINE -> SimilarityMeasure.SIMILARITY_MEASURE_COSINE;
    };
  }

  /** An account with its {@code n} largest parts of each kind, and the rest in one figure. */
  static Account account(Explanation.Account account, int n) {
    Account.Builder message =
        Account.newBuilder()
            .setTotal(account.total())
            .setBase(account.base())
            .setUserCount(account.users().size())
            .setMovieCount(account.movies().size());
    first(account.users(), n).forEach(part -> message.addUsers(influence(part)));
    first(account.movies(), n).forEach(part -> message.addMovies(influence(part)));
    return message.setRest(rest(account.users(), n) + rest(account.movies(), n)).build();
  }

  private static List<Explanation.Influence> first(List<Explanation.Influence> parts, int n) {
    return parts.subList(0, Math.min(n, parts.size()));
  }

  private static double rest(List<Explanation.Influence> parts, int n) {
    double sum = 0;
    for (int i = n; i < parts.size(); i++) {
      sum += parts.get(i).contribution();
    }
    return sum;
  }

  private static Influence influence(Explanation.Influence part) {
    Influence.Builder message =
        Influence.newBuilder()
            .setId(part.id())
            .setSimilarity(part.similarity())
            .setContribution(part.contribution());
    if (!Double.isNaN(part.rating())) {
      message.setRating(part.rating());
    }
    return message.build();
  }

  /** All but what the server adds: the version and the limits. */
  static GetModelInfoResponse.Builder info(Model model) {
    RatingScale scale = model.ratings().scale();
    return GetModelInfoResponse.newBuilder()
        .setAlgorithm(model.manifest().algorithm())
        .putAllParameters(model.manifest().parameters())
        .setDataFingerprint(model.manifest().fingerprint())
        .setWriter(model.manifest().writer())
        .setUserCount(model.users().size())
        .setMovieCount(model.movies().size())
        .setRatingCount(model.ratings().size())
        .setTitleCount(model.catalog().size())
        .setNeighborsPerUser(model.neighbors().k())
        .setScale(
            io.reelrecs.grpc.v1.RatingScale.newBuilder()
                .setLowest(scale.lo())
                .setHighest(scale.hi())
                .setStep(scale.unit()));
  }

  static io.reelrecs.grpc.v1.RequestLimits limits(RequestLimits limits) {
    return io.reelrecs.grpc.v1.RequestLimits.newBuilder()
        .setMaxCandidates(limits.maxCandidates())
        .setMaxRatings(limits.maxRatings())
        .setMaxN(limits.maxN())
        .setMaxMessageBytes(limits.maxMessageBytes())
        .build();
  }
}
