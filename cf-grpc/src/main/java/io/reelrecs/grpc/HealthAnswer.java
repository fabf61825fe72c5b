package io.reelrecs.grpc;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;

/** What the health service answers for the whole server, asked without a call. */
final class HealthAnswer implements StreamObserver<HealthCheckResponse> {

  private ServingStatus status = ServingStatus.UNKNOWN;

  private HealthAnswer() {}

  /** Answers at once, since the service does. */
  static ServingStatus of(HealthStatusManager health) {
    HealthAnswer answer = new HealthAnswer();
    ((HealthGrpc.AsyncService) health.getHealthService())
        .check(HealthCheckRequest.getDefaultInstance(), answer);
    return answer.status;
  }

  @Override
  public void onNext(HealthCheckResponse response) {
    status = response.getStatus();
  }

  @Override
  public void onError(Throwable t) {}

  @Override
  public void onCompleted() {}
}
