package io.reelrecs.grpc;

import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SimilarMovies;
import io.reelrecs.core.model.SimilarUsers;
import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.Scores;
import io.reelrecs.grpc.v1.ExplainRequest;
import io.reelrecs.grpc.v1.ExplainResponse;
import io.reelrecs.grpc.v1.GetModelInfoRequest;
import io.reelrecs.grpc.v1.GetModelInfoResponse;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.PredictResponse;
import io.reelrecs.grpc.v1.RecommendRequest;
import io.reelrecs.grpc.v1.RecommendResponse;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import io.reelrecs.grpc.v1.SimilarMoviesRequest;
import io.reelrecs.grpc.v1.SimilarMoviesResponse;
import io.reelrecs.grpc.v1.SimilarUsersRequest;
import io.reelrecs.grpc.v1.SimilarUsersResponse;
import java.util.BitSet;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The rpcs of {@code reelrecs.v1.RecommenderService}. Each takes the current model, checks its
 * request, asks the model and maps the answer; all but predictions for users by id and the model's
 * information do the asking on an executor of their own.
 *
 * <p>Thread-safe.
 */
final class RecommenderService extends RecommenderServiceGrpc.RecommenderServiceImplBase {

  private final Supplier<ServedModel> models;
  private final RequestLimits limits;
  private final ServiceMetrics metrics;
  private final HeavyWork heavy;

  private RecommenderService(
      Supplier<ServedModel> models, RequestLimits limits, ServiceMetrics metrics, HeavyWork heavy) {
    this.models = models;
    this.limits = limits;
    this.metrics = metrics;
    this.heavy = heavy;
  }

  /** The service with its limits and its mapping of errors. */
  static ServerServiceDefinition define(
      Supplier<ServedModel> models,
      RequestLimits limits,
      ServiceMetrics metrics,
      Executor executor) {
    StatusMapper errors = StatusMapper.withDetails(metrics);
    RecommenderService service =
        new RecommenderService(models, limits, metrics, new HeavyWork(executor, errors));
    return ServerInterceptors.interceptForward(
        ServerInterceptors.useMarshalledMessages(service.bindService(), RawMessages.INSTANCE),
        errors,
        new MessageLimit(limits.maxMessageBytes()));
  }

  private ModelQueries currentModel() {
    return new ModelQueries(models.get());
  }

  private RequestReader reader(ModelQueries model) {
    return new RequestReader(limits, model.model().map(one -> one.ratings().scale()));
  }

  @Override
  public void predict(PredictRequest request, StreamObserver<PredictResponse> observer) {
    ModelQueries model = currentModel();
    RequestReader reader = reader(model);
    Asker asker = reader.asker(request.getSubject());
    long[] movieIds = reader.movieIds("movie_ids", request.getMovieIdsList());
    reader.finish();
    if (asker.rated().isPresent()) {
      heavy.answer(observer, () -> predict(model, asker, movieIds));
    } else {
      observer.onNext(predict(model, asker, movieIds));
      observer.onCompleted();
    }
  }

  private PredictResponse predict(ModelQueries model, Asker asker, long[] movieIds) {
    Scores scores = model.score(asker, movieIds);
    metrics.answered(new ScoredCandidates(scores, new BitSet()), 0);
    PredictResponse.Builder response =
        PredictResponse.newBuilder().setModelVersion(model.version());
    for (int i = 0; i < movieIds.length; i++) {
      response.addPredictions(Answers.prediction(movieIds[i], scores.get(i)));
    }
    return response.build();
  }

  @Override
  public void recommend(RecommendRequest request, StreamObserver<RecommendResponse> observer) {
    ModelQueries model = currentModel();
    RequestReader reader = reader(model);
    Asker asker = reader.asker(request.getSubject());
    int n = reader.n(request.getN());
    long[] excluded = reader.movieIds("excluded_movie_ids", request.getExcludedMovieIdsList());
    reader.finish();
    Exclusion exclusion = new Exclusion(excluded);
    heavy.answer(observer, () -> Answers.recommended(model, exclusion.recommend(model, asker, n)));
  }

  @Override
  public void similarUsers(
      SimilarUsersRequest request, StreamObserver<SimilarUsersResponse> observer) {
    ModelQueries model = currentModel();
    RequestReader reader = reader(model);
    long user = reader.id("user_id", request.hasUserId(), request.getUserId());
    int n = reader.n(request.getN());
    reader.finish();
    SimilarUsers similar = model.similarUsers();
    boolean known = model.model().orElseThrow().users().contains(user);
    heavy.answer(
        observer,
        () ->
            SimilarUsersResponse.newBuilder()
                .setModelVersion(model.version())
                .addAllUsers(Answers.users(similar.find(user, n)))
                .setKnown(known)
                .build());
  }

  @Override
  public void similarMovies(
      SimilarMoviesRequest request, StreamObserver<SimilarMoviesResponse> observer) {
    ModelQueries model = currentModel();
    RequestReader reader = reader(model);
    long movie = reader.id("movie_id", request.hasMovieId(), request.getMovieId());
    int n = reader.n(request.getN());
    reader.finish();
    SimilarMovies similar = model.similarMovies();
    boolean known = model.model().orElseThrow().movies().contains(movie);
    heavy.answer(
        observer,
        () ->
            SimilarMoviesResponse.newBuilder()
                .setModelVersion(model.version())
                .addAllMovies(Answers.movies(model, similar.find(movie, n)))
                .setKnown(known)
                .setMeasure(Answers.measure(similar.measure()))
                .build());
  }

  @Override
  public void explain(ExplainRequest request, StreamObserver<ExplainResponse> observer) {
    ModelQueries model = currentModel();
    RequestReader reader = reader(model);
    Asker asker = reader.asker(request.getSubject());
    long movie = reader.id("movie_id", request.hasMovieId(), request.getMovieId());
    int n = reader.n(request.getN());
    reader.finish();
    heavy.answer(
        observer,
        () -> {
          Explanation explanation = model.explain(asker, movie);
          return ExplainResponse.newBuilder()
              .setModelVersion(model.version())
              .setPrediction(Answers.prediction(movie, explanation.score()))
              .setRating(Answers.account(explanation.rating(), n))
              .setRelevance(Answers.account(explanation.relevance(), n))
              .build();
        });
  }

  @Override
  public void getModelInfo(
      GetModelInfoRequest request, StreamObserver<GetModelInfoResponse> observer) {
    ModelQueries model = currentModel();
    Model described =
        model.model().orElseThrow(() -> model.cannot("there is a scorer, but no model behind it"));
    observer.onNext(
        Answers.info(described)
            .setModelVersion(model.version())
            .setLimits(Answers.limits(limits))
            .build());
    observer.onCompleted();
  }
}
