package io.reelrecs.grpc;

import io.grpc.stub.StreamObserver;
import io.reelrecs.core.score.Blend;
import io.reelrecs.grpc.load.AbandonedException;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.util.List;
import java.util.function.Supplier;

/**
 * The rpc of the wire contract: one score in {@code [0, 1]} per candidate, in the order of the
 * request. Ids are unsigned. Throws {@link BadRequestException} for too many candidates; {@link
 * StatusMapper} makes a status of it.
 *
 * <p>Thread-safe; linear in the number of candidates besides what the scorer costs.
 */
final class ScoringService extends MLScorerGrpc.MLScorerImplBase {

  private final Supplier<ServedModel> models;
  private final Blend blend;
  private final int maxCandidates;
  private final float defaultScore;
  private final ServiceMetrics metrics;

  ScoringService(Supplier<ServedModel> models, ServerOptions options, ServiceMetrics metrics) {
    this.models = models;
    this.blend = new Blend(options.weights(), options.featureRange());
    this.maxCandidates = options.maxCandidates();
    this.defaultScore = (float) options.defaultScore();
    this.metrics = metrics;
  }

  @Override
  public void scoreCandidates(ScoreRequest request, StreamObserver<ScoreResponse> observer) {
    observer.onNext(answer(request));
    observer.onCompleted();
  }

  private ScoreResponse answer(ScoreRequest request) {
    List<CandidateFeatures> candidates = request.getFeaturesList();
    int size = candidates.size();
    if (size > maxCandidates) {
      String description =
          "a request must have at most "
              + maxCandidates
              + " candidates, actual: "
              + size
              + "; send them in several requests";
      throw new BadRequestException(
          new FieldProblem("", ErrorReason.TOO_MANY_CANDIDATES, description));
    }
    long[] movieIds = new long[size];
    for (int i = 0; i < size; i++) {
      movieIds[i] = Integer.toUnsignedLong(candidates.get(i).getMovieId());
    }
    AbandonedException.check();
    CandidateScoring scoring = new CandidateScoring(new ModelQueries(models.get()));
    ScoredCandidates scored = scoring.score(Integer.toUnsignedLong(request.getUserId()), movieIds);
    AbandonedException.check();
    Blend.Result blended = blend.blend(scored.scores(), new RequestFeatures(candidates));
    ScoreResponse.Builder response = ScoreResponse.newBuilder();
    float[] scores = blended.scores();
    for (int i = 0; i < size; i++) {
      response.addScores(scored.failed().get(i) ? defaultScore : scores[i]);
    }
    metrics.answered(scored, blended.badFeatures());
    return response.build();
  }
}
