package io.reelrecs.grpc;

import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.reelrecs.core.score.Blend;
import io.reelrecs.grpc.load.AbandonedException;
import java.util.function.Supplier;

/**
 * The rpc of the wire contract: one score in {@code [0, 1]} per candidate, in the order of the
 * request. Ids are unsigned. Throws {@link BadRequestException} for too many candidates; {@link
 * StatusMapper} makes a status of it.
 *
 * <p>Thread-safe; linear in the number of candidates besides what the scorer costs.
 */
final class ScoringService {

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

  /** The service as the contract names it. */
  ServerServiceDefinition bind() {
    return ServerServiceDefinition.builder(ScoreMessages.SERVICE)
        .addMethod(ScoreMessages.METHOD, ServerCalls.asyncUnaryCall(this::scoreCandidates))
        .build();
  }

  private void scoreCandidates(CandidateRequest request, StreamObserver<float[]> observer) {
    observer.onNext(answer(request));
    observer.onCompleted();
  }

  private float[] answer(CandidateRequest request) {
    int size = request.size();
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
    AbandonedException.check();
    CandidateScoring scoring = new CandidateScoring(new ModelQueries(models.get()));
    ScoredCandidates scored = scoring.score(request.userId, request.movieIds);
    AbandonedException.check();
    Blend.Result blended = blend.blend(scored.scores(), request);
    float[] scores = blended.scores();
    scored.failed().stream().forEach(i -> scores[i] = defaultScore);
    metrics.answered(scored, blended.badFeatures());
    return scores;
  }
}
