package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.security.BearerToken;
import io.reelrecs.grpc.security.Role;
import io.reelrecs.grpc.security.SecurityOptions;
import io.reelrecs.grpc.security.TestAuthority;
import io.reelrecs.grpc.security.TlsFiles;
import io.reelrecs.grpc.v1.GetModelInfoRequest;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may call what. */
class CallerAccessTest {

  @TempDir Path folder;

  private final SecureClients clients = new SecureClients();
  private final LogCapture log = new LogCapture("io.reelrecs.grpc.security");
  private final BearerToken scoring = BearerToken.random();
  private final BearerToken admin = BearerToken.random();
  private Path callers;
  private RecommendationServer server;
  private Channel channel;

  @BeforeEach
  void start() throws Exception {
    callers = folder.resolve("callers");
    TestAuthority.write(
        callers,
        scoring.line("pipeline", Set.of(Role.SCORE))
            + '\n'
            + admin.line("on-call", Set.of(Role.ADMIN)));
    server = serve(SecurityOptions.builder().callers(callers));
    channel = clients.plain(server.port());
  }

  private static RecommendationServer serve(SecurityOptions.Builder security) throws Exception {
    ServedModel model = ServedModel.of("v1", SmallModels.reference(3));
    return new RecommendationServer(
            () -> model, ServerOptions.builder().port(0).security(security.build()).build())
        .start();
  }

  @AfterEach
  void stop() {
    clients.close();
    server.close();
    log.close();
  }

  private Channel as(BearerToken token) {
    return SecureClients.with(channel, "Bearer " + token.reveal());
  }

  private static StatusRuntimeException failure(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException e) {
      return e;
    }
    throw new AssertionError("it did not fail");
  }

  private static void modelInfo(Channel channel) {
    var unused =
        RecommenderServiceGrpc.newBlockingStub(channel)
            .getModelInfo(GetModelInfoRequest.getDefaultInstance());
  }

  private static void score(Channel channel) {
    var unused = MLScorerGrpc.newBlockingStub(channel).scoreCandidates(Requests.plain(1, 3));
  }

  private static ErrorInfo info(StatusRuntimeException failure) throws Exception {
    for (Any detail : StatusProto.fromThrowable(failure).getDetailsList()) {
      return detail.unpack(ErrorInfo.class);
    }
    throw new AssertionError("there are no details");
  }

  @Test
  void call_withItsRole_isAnswered() {
    assertThat(SecureClients.score(as(scoring))).isEqualTo(Code.OK);
    assertThat(SecureClients.score(as(admin))).isEqualTo(Code.OK);
    assertThat(SecureClients.score(SecureClients.with(channel, "bearer  " + scoring.reveal())))
        .isEqualTo(Code.OK);
    modelInfo(as(admin));
    assertThat(server.security().unauthenticated()).isZero();
    assertThat(server.security().denied()).isZero();
  }

  @Test
  void call_withoutToken_isUnauthenticatedAndToldWhatToSend() throws Exception {
    StatusRuntimeException failure = failure(() -> score(channel));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(failure.getStatus().getDescription())
        .isEqualTo(
            "this method wants to know who calls; send the metadata 'authorization: Bearer TOKEN'");
    assertThat(info(failure).getReason()).isEqualTo("CREDENTIALS_MISSING");
    assertThat(info(failure).getDomain()).isEqualTo("reelrecs");
    assertThat(server.security().unauthenticated()).isEqualTo(1);
    assertThat(server.load().begun()).isZero();
  }

  @Test
  void call_withUnknownToken_isUnauthenticatedAndTheTokenIsNowhere() throws Exception {
    BearerToken unknown = BearerToken.random();
    StatusRuntimeException failure = failure(() -> score(as(unknown)));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(info(failure).getReason()).isEqualTo("CREDENTIALS_INVALID");
    assertThat(failure.getStatus() + " " + failure.getTrailers() + info(failure) + log.all())
        .doesNotContain(unknown.reveal());
  }

  @Test
  void call_withSomethingElse_isUnauthenticated() throws Exception {
    for (String value : new String[] {"Basic dTpw", "", scoring.reveal()}) {
      StatusRuntimeException failure = failure(() -> score(SecureClients.with(channel, value)));
      assertThat(failure.getStatus().getCode()).as(value).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(info(failure).getReason()).isEqualTo("CREDENTIALS_MALFORMED");
    }
    Channel twice = SecureClients.with(as(scoring), "Bearer " + admin.reveal());
    assertThat(info(failure(() -> score(twice))).getReason()).isEqualTo("CREDENTIALS_MALFORMED");
  }

  @Test
  void call_withoutTheRole_isDeniedAndToldWhich() throws Exception {
    StatusRuntimeException failure = failure(() -> modelInfo(as(scoring)));
    assertThat(failure.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
    assertThat(failure.getStatus().getDescription())
        .isEqualTo(
            "pipeline has not the role admin, which reelrecs.v1.RecommenderService/GetModelInfo"
                + " takes");
    assertThat(info(failure).getReason()).isEqualTo("ROLE_MISSING");
    assertThat(info(failure).getMetadataMap())
        .containsEntry("role", "admin")
        .containsEntry("method", "reelrecs.v1.RecommenderService/GetModelInfo");
    assertThat(server.security().denied()).isEqualTo(1);
    assertThat(server.security().unauthenticated()).isZero();
  }

  @Test
  void health_withoutToken_isOpen() {
    assertThat(
            HealthGrpc.newBlockingStub(channel)
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
    assertThat(
            HealthGrpc.newBlockingStub(SecureClients.with(channel, "Bearer wrong"))
                .check(HealthCheckRequest.getDefaultInstance())
                .getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void reflection_withoutToken_isClosed() {
    assertThat(services(channel)).isEqualTo(Code.UNAUTHENTICATED);
    assertThat(services(as(scoring))).isEqualTo(Code.OK);
  }

  private static Code services(Channel channel) {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> requests =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse response) {
                    answer.complete(response);
                  }

                  @Override
                  public void onError(Throwable t) {
                    answer.completeExceptionally(t);
                  }

                  @Override
                  public void onCompleted() {}
                });
    requests.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
    try {
      assertThat(
              answer
                  .orTimeout(30, TimeUnit.SECONDS)
                  .join()
                  .getListServicesResponse()
                  .getServiceCount())
          .isEqualTo(5);
      return Code.OK;
    } catch (CompletionException e) {
      return ((StatusRuntimeException) e.getCause()).getStatus().getCode();
    } finally {
      requests.onCompleted();
    }
  }

  /** The old client's generated stubs, TLS, and a token in the metadata. */
  @Test
  void call_tlsAndToken_isAnswered() throws Exception {
    TestAuthority authority = new TestAuthority("test");
    Path certificate = folder.resolve("tls.crt");
    Path key = folder.resolve("tls.key");
    authority.server().write(certificate, key);
    try (RecommendationServer secure =
        serve(
            SecurityOptions.builder()
                .tls(new TlsFiles(certificate, key, Optional.empty()))
                .callers(callers))) {
      Metadata token = new Metadata();
      token.put(
          Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER),
          "Bearer " + scoring.reveal());
      assertThat(
              MLScorerGrpc.newBlockingStub(clients.tls(secure.port(), authority, Optional.empty()))
                  .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(token))
                  .scoreCandidates(Requests.plain(1, 3))
                  .getScoresCount())
          .isEqualTo(3);
    }
  }

  @Test
  void call_clientCertificate_standsForAToken() throws Exception {
    TestAuthority authority = new TestAuthority("test");
    Path certificate = folder.resolve("tls.crt");
    Path key = folder.resolve("tls.key");
    Path clientAuthority = folder.resolve("ca.crt");
    authority.server().write(certificate, key);
    TestAuthority.write(clientAuthority, TestAuthority.pem(authority.certificate()));
    TestAuthority.write(
        callers,
        "jobs score dns:jobs.test\non-call admin uri:spiffe://test/on-call.test\n"
            + scoring.line("pipeline", Set.of(Role.SCORE)));
    try (RecommendationServer secure =
        serve(
            SecurityOptions.builder()
                .tls(new TlsFiles(certificate, key, Optional.of(clientAuthority)))
                .callers(callers))) {
      Channel jobs = client(secure, authority, "jobs.test");
      Channel onCall = client(secure, authority, "on-call.test");
      Channel unknown = client(secure, authority, "unknown.test");
      assertThat(SecureClients.score(jobs)).isEqualTo(Code.OK);
      assertThat(failure(() -> modelInfo(jobs)).getStatus().getCode())
          .isEqualTo(Code.PERMISSION_DENIED);
      modelInfo(onCall);
      assertThat(SecureClients.score(unknown)).isEqualTo(Code.UNAUTHENTICATED);
      assertThat(SecureClients.score(SecureClients.with(unknown, "Bearer " + scoring.reveal())))
          .isEqualTo(Code.OK);
      assertThat(SecureClients.score(SecureClients.with(jobs, "Bearer " + admin.reveal())))
          .as("a wrong token beside a good certificate")
          .isEqualTo(Code.UNAUTHENTICATED);
    }
  }

  private Channel client(RecommendationServer secure, TestAuthority authority, String name)
      throws Exception {
    return clients.tls(secure.port(), authority, Optional.of(authority.client(name)));
  }
}
