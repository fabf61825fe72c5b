package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.reelrecs.grpc.v1.RecommenderServiceProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of style that a build without a linter can see, and the file that may not change. */
class ProtoStyleTest {

  private static final FileDescriptor SERVICE = RecommenderServiceProto.getDescriptor();
  private static final List<FileDescriptor> FILES =
      Stream.concat(Stream.of(SERVICE), SERVICE.getDependencies().stream()).toList();

  @Test
  void files_areOfTheVersionedPackage() {
    assertThat(FILES).hasSize(5);
    for (FileDescriptor file : FILES) {
      assertThat(file.getPackage()).as(file.getName()).isEqualTo("reelrecs.v1");
      assertThat(file.getName()).matches("reelrecs/v1/[a-z_]+\\.proto");
      assertThat(file.getOptions().getJavaMultipleFiles()).isTrue();
      assertThat(file.getOptions().getJavaPackage()).isEqualTo("io.reelrecs.grpc.v1");
    }
  }

  @Test
  void service_rpcsHaveRequestsAndResponsesOfTheirOwn() {
    assertThat(SERVICE.getServices()).hasSize(1);
    ServiceDescriptor service = SERVICE.getServices().get(0);
    assertThat(service.getFullName()).isEqualTo("reelrecs.v1.RecommenderService");
    assertThat(service.getMethods())
        .extracting(MethodDescriptor::getName)
        .containsExactly(
            "Predict", "Recommend", "SimilarUsers", "SimilarMovies", "Explain", "GetModelInfo");
    for (MethodDescriptor rpc : service.getMethods()) {
      assertThat(rpc.getInputType().getName()).isEqualTo(rpc.getName() + "Request");
      assertThat(rpc.getOutputType().getName()).isEqualTo(rpc.getName() + "Response");
      assertThat(rpc.isClientStreaming() || rpc.isServerStreaming()).isFalse();
    }
  }

  @Test
  void responses_nameTheModelVersionFirst() {
    for (MethodDescriptor rpc : SERVICE.getServices().get(0).getMethods()) {
      FieldDescriptor version = rpc.getOutputType().findFieldByNumber(1);
      assertThat(version.getName()).as(rpc.getName()).isEqualTo("model_version");
      assertThat(version.getType()).isEqualTo(FieldDescriptor.Type.STRING);
    }
  }

  @Test
  void enums_beginUnspecifiedAndPrefixTheirValues() {
    List<EnumDescriptor> enums =
        FILES.stream().flatMap(file -> file.getEnumTypes().stream()).toList();
    assertThat(enums).hasSize(2);
    for (EnumDescriptor type : enums) {
      String prefix =
          type.getName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT) + "_";
      assertThat(type.findValueByNumber(0).getName()).isEqualTo(prefix + "UNSPECIFIED");
      assertThat(type.getValues())
          .allSatisfy(value -> assertThat(value.getName()).startsWith(prefix));
    }
  }

  @Test
  void fields_areSnakeCaseAndIdsAre64Bits() {
    for (Descriptor message : FILES.stream().flatMap(f -> f.getMessageTypes().stream()).toList()) {
      for (FieldDescriptor field : message.getFields()) {
        assertThat(field.getName()).as(field.getFullName()).matches("[a-z][a-z0-9_]*");
        if (field.getName().matches("(.*_)?ids?")) {
          assertThat(field.getType()).as(field.getFullName()).isEqualTo(FieldDescriptor.Type.INT64);
        }
      }
    }
  }

  /** Existing clients compile this very file; a change of a comment is one too many. */
  @Test
  void recommendationsProto_isTheFileThatClientsHave() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("..", "proto", "recommendations.proto"));

    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)))
        .isEqualTo("fa450774548fc18349ccf753dae2942ff05697b4933a4aa0f411f6ff1d30ca3e");
    assertThat(io.reelrecs.grpc.proto.RecommendationsProto.getDescriptor().getDependencies())
        .isEmpty();
  }
}
