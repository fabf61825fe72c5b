package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.reelrecs.grpc.proto.RecommendationsProto;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tools such as grpcurl and ghz ask a server that they know nothing of. */
class ReflectionTest {

  private RecommendationServer server;
  private ManagedChannel channel;

  @BeforeEach
  void start() throws Exception {
    ToyScorer scorer = (user, movie) -> 1;
    server = new RecommendationServer(scorer, ServerOptions.builder().port(0).build()).start();
    channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.port(), InsecureChannelCredentials.create())
            .build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
  }

  @Test
  void listServices_v1_namesBothServicesHealthAndBothReflections() {
    ServerReflectionRequest list =
        ServerReflectionRequest.newBuilder().setListServices("*").build();

    assertThat(ask(list).getListServicesResponse().getServiceList())
        .extracting(ServiceResponse::getName)
        .containsExactlyInAnyOrder(
            "recommendations.MLScorer",
            "reelrecs.v1.RecommenderService",
            "grpc.health.v1.Health",
            "grpc.reflection.v1.ServerReflection",
            "grpc.reflection.v1alpha.ServerReflection");
  }

  @Test
  void fileContainingSymbol_v1_sendsTheContract() throws Exception {
    ServerReflectionRequest symbol =
        ServerReflectionRequest.newBuilder()
            .setFileContainingSymbol("recommendations.MLScorer")
            .build();

    List<ByteString> files = ask(symbol).getFileDescriptorResponse().getFileDescriptorProtoList();
    assertThat(files).hasSize(1);
    assertThat(FileDescriptorProto.parseFrom(files.get(0)))
        .isEqualTo(RecommendationsProto.getDescriptor().toProto());
  }

  @Test
  void fileContainingSymbol_v1_sendsTheNewContractWithItsImports() throws Exception {
    ServerReflectionRequest symbol =
        ServerReflectionRequest.newBuilder()
            .setFileContainingSymbol("reelrecs.v1.RecommenderService")
            .build();

    List<String> names = new ArrayList<>();
    for (ByteString file : ask(symbol).getFileDescriptorResponse().getFileDescriptorProtoList()) {
      names.add(FileDescriptorProto.parseFrom(file).getName());
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "reelrecs/v1/recommender_service.proto",
            "reelrecs/v1/explanation.proto",
            "reelrecs/v1/model_info.proto",
            "reelrecs/v1/prediction.proto",
            "reelrecs/v1/subject.proto");
  }

  @Test
  void listServices_v1alpha_namesScorer() {
    // The same messages as v1 under an older name.
    var request =
        io.grpc.reflection.v1alpha.ServerReflectionRequest.newBuilder()
            .setListServices("*")
            .build();
    CompletableFuture<io.grpc.reflection.v1alpha.ServerReflectionResponse> answer =
        new CompletableFuture<>();
    var call =
        io.grpc.reflection.v1alpha.ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(completing(answer));
    call.onNext(request);
    call.onCompleted();

    assertThat(answer.join().getListServicesResponse().getServiceList())
        .extracting(io.grpc.reflection.v1alpha.ServiceResponse::getName)
        .contains("recommendations.MLScorer");
  }

  private ServerReflectionResponse ask(ServerReflectionRequest request) {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> call =
        ServerReflectionGrpc.newStub(channel).serverReflectionInfo(completing(answer));
    call.onNext(request);
    call.onCompleted();
    return answer.join();
  }

  private static <T> StreamObserver<T> completing(CompletableFuture<T> answer) {
    return new StreamObserver<>() {
      @Override
      public void onNext(T response) {
        answer.complete(response);
      }

      @Override
      public void onError(Throwable failure) {
        answer.completeExceptionally(failure);
      }

      @Override
      public void onCompleted() {}
    };
  }
}
