package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.RecommendationsProto;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Existing clients depend on this contract byte for byte; the bytes here were made by hand. */
class WireContractTest {

  /** User 300 and one candidate with every field set. */
  private static final byte[] REQUEST =
      bytes(
          "08 ac02", // 1 user_id 300
          "12 2e", // 2 features, 46 bytes
          "08 a909", // 1 movie_id 1193
          "15 0000003f", // 2 genre_overlap_score 0.5
          "1d 0000803e", // 3 genre_diversity_score 0.25
          "25 0000403f", // 4 collaborative_score 0.75
          "28 0e", // 5 similar_users_count 14
          "35 00009040", // 6 avg_rating 4.5
          "38 bd0d", // 7 rating_count 1725
          "45 0000803f", // 8 popularity_percentile 1
          "48 b70f", // 9 movie_year 1975
          "55 0000003e", // 10 year_preference_score 0.125
          "5d 00ac8e46"); // 11 days_since_released 18262

  @Test
  void request_assembledByHand_parsesToItsValues() throws Exception {
    ScoreRequest request = ScoreRequest.parseFrom(REQUEST);

    assertThat(request.getUserId()).isEqualTo(300);
    assertThat(request.getFeaturesList())
        .containsExactly(
            CandidateFeatures.newBuilder()
                .setMovieId(1193)
                .setGenreOverlapScore(0.5f)
                .setGenreDiversityScore(0.25f)
                .setCollaborativeScore(0.75f)
                .setSimilarUsersCount(14)
                .setAvgRating(4.5f)
                .setRatingCount(1725)
                .setPopularityPercentile(1)
                .setMovieYear(1975)
                .setYearPreferenceScore(0.125f)
                .setDaysSinceReleased(18262)
                .build());
    assertThat(request.toByteArray()).isEqualTo(REQUEST);
  }

  @Test
  void movieYear_isOptional_zeroDiffersFromAbsent() throws Exception {
    assertThat(CandidateFeatures.parseFrom(bytes("08 01")).hasMovieYear()).isFalse();
    assertThat(CandidateFeatures.parseFrom(bytes("08 01", "48 00")).hasMovieYear()).isTrue();
  }

  @Test
  void call_bytesAssembledByHand_answersTheExpectedBytes() {
    ToyScorer scorer = (user, movie) -> user == 300 && movie == 1193 ? 1 : 0;
    try (InProcess service = new InProcess(scorer)) {
      byte[] response = RawCall.send(service.channel(), REQUEST, CallOptions.DEFAULT);

      // 0.40 * 1 + 0.25 * 0.5 + 0.20 * 0.75 + 0.10 * 1 + 0.05 * 0.125 = 0.78125, packed
      assertThat(response).isEqualTo(bytes("0a 04", "0000483f"));
    }
  }

  @Test
  void call_noCandidates_answersNoBytes() {
    try (InProcess service = new InProcess((user, movie) -> 1)) {
      assertThat(RawCall.send(service.channel(), bytes("08 01"), CallOptions.DEFAULT)).isEmpty();
    }
  }

  @Test
  void call_fieldsOfALaterContract_areIgnored() {
    ToyScorer scorer = (user, movie) -> user == 300 && movie == 1193 ? 1 : 0;
    try (InProcess service = new InProcess(scorer)) {
      byte[] later = bytes(HexFormat.of().formatHex(REQUEST), "fa06 03 616263"); // field 111

      assertThat(RawCall.send(service.channel(), later, CallOptions.DEFAULT))
          .isEqualTo(bytes("0a 04", "0000483f"));
    }
  }

  @Test
  void call_bytesThatAreNoRequest_refused() {
    try (InProcess service = new InProcess((user, movie) -> 1)) {
      assertThatThrownBy(
              () -> RawCall.send(service.channel(), bytes("12 7f 08"), CallOptions.DEFAULT))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                assertThat(e.getStatus().getDescription())
                    .startsWith("the request is not a message of the expected type: ");
              });
      assertThat(service.metrics().rejectedRequests()).isEqualTo(1);
    }
  }

  @Test
  void contract_declaresExactlyTheFrozenNamesNumbersAndTypes() {
    FileDescriptor file = RecommendationsProto.getDescriptor();

    assertThat(file.getPackage()).isEqualTo("recommendations");
    assertThat(file.toProto().getSyntax()).isEqualTo("proto3");
    assertThat(file.getMessageTypes())
        .extracting(Descriptor::getName)
        .containsExactlyInAnyOrder("ScoreRequest", "ScoreResponse", "CandidateFeatures");
    assertThat(fields(file, "ScoreRequest"))
        .containsExactly("1 uint32 user_id", "2 repeated CandidateFeatures features");
    assertThat(fields(file, "ScoreResponse")).containsExactly("1 repeated float scores");
    assertThat(fields(file, "CandidateFeatures"))
        .containsExactly(
            "1 uint32 movie_id",
            "2 float genre_overlap_score",
            "3 float genre_diversity_score",
            "4 float collaborative_score",
            "5 uint32 similar_users_count",
            "6 float avg_rating",
            "7 uint32 rating_count",
            "8 float popularity_percentile",
            "9 optional uint32 movie_year",
            "10 float year_preference_score",
            "11 float days_since_released");
    assertThat(file.getServices()).hasSize(1);
    assertThat(file.getServices().get(0).getFullName()).isEqualTo("recommendations.MLScorer");
    assertThat(file.getServices().get(0).getMethods()).hasSize(1);
    MethodDescriptor rpc = file.getServices().get(0).getMethods().get(0);
    assertThat(rpc.getName()).isEqualTo("ScoreCandidates");
    assertThat(rpc.getInputType().getFullName()).isEqualTo("recommendations.ScoreRequest");
    assertThat(rpc.getOutputType().getFullName()).isEqualTo("recommendations.ScoreResponse");
    assertThat(rpc.isClientStreaming() || rpc.isServerStreaming()).isFalse();
  }

  private static List<String> fields(FileDescriptor file, String message) {
    return file.findMessageTypeByName(message).getFields().stream()
        .map(
            field ->
                field.getNumber()
                    + (field.isRepeated() ? " repeated" : "")
                    + (field.toProto().getProto3Optional() ? " optional" : "")
                    + " "
                    + (field.toProto().hasTypeName()
                        ? field.getMessageType().getName()
                        : field.getLiteType().name().toLowerCase(java.util.Locale.ROOT))
                    + " "
                    + field.getName())
        .toList();
  }

  private static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
  }
}
