package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.ErrorInfo;
import com.google.rpc.ResourceInfo;
import io.grpc.CallOptions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.reelrecs.grpc.v1.ExplainRequest;
import io.reelrecs.grpc.v1.GetModelInfoRequest;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.RecommendRequest;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc.RecommenderServiceBlockingStub;
import io.reelrecs.grpc.v1.SimilarMoviesRequest;
import io.reelrecs.grpc.v1.SimilarUsersRequest;
import io.reelrecs.grpc.v1.Subject;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every way in which the v1 service refuses or fails, with its details. */
class RecommenderErrorsTest {

  private static final RequestLimits LIMITS = new RequestLimits(3, 2, 4, 200);

  private final InProcessRecommender service =
      new InProcessRecommender(ServedModel.of("v7", SmallModels.reference(3)), LIMITS);

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void subject_absentOrEmpty_required() {
    String next = "must be set; set user_id for a user of the model, or ratings for any other";
    for (PredictRequest request :
        List.of(
            PredictRequest.getDefaultInstance(),
            PredictRequest.newBuilder().setSubject(Subject.getDefaultInstance()).build())) {
      assertRefused(
          client -> client.predict(request),
          violation("subject", ErrorReason.FIELD_REQUIRED, next));
    }
    assertRefused(
        client -> client.recommend(RecommendRequest.getDefaultInstance()),
        violation("subject", ErrorReason.FIELD_REQUIRED, next));
  }

  @Test
  void id_absent_required() {
    String next = "must be set; set it; 0 is an id like any other";
    assertRefused(
        client -> client.similarUsers(SimilarUsersRequest.getDefaultInstance()),
        violation("user_id", ErrorReason.FIELD_REQUIRED, next));
    assertRefused(
        client -> client.similarMovies(SimilarMoviesRequest.getDefaultInstance()),
        violation("movie_id", ErrorReason.FIELD_REQUIRED, next));
    assertRefused(
        client -> client.explain(ExplainRequest.newBuilder().setSubject(Subjects.user(10)).build()),
        violation("movie_id", ErrorReason.FIELD_REQUIRED, next));
  }

  @Test
  void id_outOfRange_namesTheField() {
    for (long id : new long[] {-1, 4_294_967_296L, Long.MIN_VALUE, Long.MAX_VALUE}) {
      String description = "an id must be in [0, 4294967295], actual: " + id + "; send it unsigned";
      assertRefused(
          client -> client.predict(predict(Subjects.user(id))),
          violation("subject.user_id", ErrorReason.ID_OUT_OF_RANGE, description));
      assertRefused(
          client -> client.predict(predict(Subjects.user(10), 7, id)),
          violation("movie_ids[1]", ErrorReason.ID_OUT_OF_RANGE, description));
      assertRefused(
          client -> client.recommend(recommend(4, id)),
          violation("excluded_movie_ids[0]", ErrorReason.ID_OUT_OF_RANGE, description));
      assertRefused(
          client -> client.similarUsers(SimilarUsersRequest.newBuilder().setUserId(id).build()),
          violation("user_id", ErrorReason.ID_OUT_OF_RANGE, description));
      assertRefused(
          client -> client.similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(id).build()),
          violation("movie_id", ErrorReason.ID_OUT_OF_RANGE, description));
    }
    String description = "an id must be in [0, 4294967295], actual: -8; send it unsigned";
    assertRefused(
        client -> client.predict(predict(Subjects.ratings(7, 5, -8, 5))),
        violation("subject.ratings.ratings[1].movie_id", ErrorReason.ID_OUT_OF_RANGE, description));
  }

  @Test
  void rating_offTheScale_namesItAndTheScale() {
    for (double value : new double[] {0.5, 5.01, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertRefused(
          client -> client.predict(predict(Subjects.ratings(7, 1, 14, value), 7)),
          violation(
              "subject.ratings.ratings[1].value",
              ErrorReason.RATING_OUT_OF_SCALE,
              "a rating must be in [1.0, 5.0], the scale of the model, actual: "
                  + value
                  + "; convert it"));
    }
  }

  @Test
  void rating_ofOneMovieTwice_namesTheSecond() {
    assertRefused(
        client -> client.predict(predict(Subjects.ratings(7, 1, 7, 2))),
        violation(
            "subject.ratings.ratings[1].movie_id",
            ErrorReason.DUPLICATE_MOVIE,
            "each movie must be rated at most once, twice: 7; send the latest rating"));
  }

  @Test
  void ratings_atTheLimitAndAbove() {
    assertAnswers(client -> client.predict(predict(Subjects.ratings(7, 1, 14, 2))));
    assertRefused(
        client -> client.predict(predict(Subjects.ratings(7, 1, 14, 2, 21, 3))),
        violation(
            "subject.ratings.ratings",
            ErrorReason.TOO_MANY_RATINGS,
            "a request must have at most 2 ratings, actual: 3; send the latest ones"));
  }

  @Test
  void candidates_atTheLimitAndAbove() {
    String description =
        "a request must have at most 3 movie ids, actual: 4; send them in several requests";
    assertAnswers(client -> client.predict(predict(Subjects.user(10), 1, 2, 3)));
    assertRefused(
        client -> client.predict(predict(Subjects.user(10), 1, 2, 3, 4)),
        violation("movie_ids", ErrorReason.TOO_MANY_CANDIDATES, description));
    assertAnswers(client -> client.recommend(recommend(1, 1, 2, 3)));
    assertRefused(
        client -> client.recommend(recommend(1, 1, 2, 3, 4)),
        violation("excluded_movie_ids", ErrorReason.TOO_MANY_CANDIDATES, description));
  }

  @Test
  void n_atTheLimitAndOutOfRange() {
    for (int n : new int[] {0, 1, 4}) {
      assertAnswers(client -> client.recommend(recommend(n)));
    }
    assertThat(service.client().recommend(recommend(0)).getMoviesCount()).isEqualTo(4);
    for (int n : new int[] {-1, 5, Integer.MAX_VALUE}) {
      FieldViolation expected =
          violation(
              "n",
              ErrorReason.N_OUT_OF_RANGE,
              "must be in [1, 4], or 0 for the default, actual: " + n);
      assertRefused(client -> client.recommend(recommend(n)), expected);
      assertRefused(
          client ->
              client.similarUsers(SimilarUsersRequest.newBuilder().setUserId(10).setN(n).build()),
          expected);
      assertRefused(
          client ->
              client.similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(7).setN(n).build()),
          expected);
      assertRefused(
          client ->
              client.explain(
                  ExplainRequest.newBuilder()
                      .setSubject(Subjects.user(10))
                      .setMovieId(7)
                      .setN(n)
                      .build()),
          expected);
    }
  }

  @Test
  void message_aboveTheLimit_refusedUnread() {
    GetModelInfoRequest large =
        GetModelInfoRequest.newBuilder()
            .setUnknownFields(
                com.google.protobuf.UnknownFieldSet.newBuilder()
                    .addField(
                        9,
                        com.google.protobuf.UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(
                                com.google.protobuf.ByteString.copyFrom(new byte[300]))
                            .build())
                    .build())
            .build();
    assertRefused(
        client -> client.getModelInfo(large),
        violation(
            "",
            ErrorReason.MESSAGE_TOO_LARGE,
            "a request message must have at most 200 bytes, actual: " + large.getSerializedSize()));
  }

  @Test
  void message_bytesThatAreNoRequest_refused() {
    StatusRuntimeException failure =
        fails(
            () ->
                RawCall.send(
                    service.channel(),
                    "reelrecs.v1.RecommenderService/Predict",
                    new byte[] {0x12, 0x7f, 0x08},
                    CallOptions.DEFAULT));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(failure.getStatus().getDescription())
        .startsWith("the request is not a message of the expected type: ");
    assertThat(detail(failure, ErrorInfo.class)).isEqualTo(info(ErrorReason.MALFORMED_MESSAGE));
    assertThat(detail(failure, BadRequest.class).getFieldViolationsCount()).isEqualTo(1);
  }

  @Test
  void severalProblems_toldTogetherUpToFive() {
    assertRefused(
        client -> client.predict(predict(Subjects.ratings(-1, 9, 7, 9), -1)),
        violation(
            "subject.ratings.ratings[0].movie_id",
            ErrorReason.ID_OUT_OF_RANGE,
            "an id must be in [0, 4294967295], actual: -1; send it unsigned"),
        violation(
            "subject.ratings.ratings[1].value",
            ErrorReason.RATING_OUT_OF_SCALE,
            "a rating must be in [1.0, 5.0], the scale of the model, actual: 9.0; convert it"),
        violation(
            "movie_ids[0]",
            ErrorReason.ID_OUT_OF_RANGE,
            "an id must be in [0, 4294967295], actual: -1; send it unsigned"));
    StatusRuntimeException many =
        fails(
            () -> {
              try (InProcessRecommender roomy =
                  new InProcessRecommender(ServedModel.of("v7", SmallModels.reference(3)))) {
                var unused =
                    roomy.client().predict(predict(Subjects.user(-1), -1, -2, -3, -4, -5, -6));
              }
            });
    assertThat(detail(many, BadRequest.class).getFieldViolationsCount()).isEqualTo(5);
    assertThat(many.getStatus().getDescription())
        .isEqualTo(
            "subject.user_id: an id must be in [0, 4294967295], actual: -1; send it unsigned"
                + " (and 4 more)");
  }

  @Test
  void scorerWithoutAModel_unimplementedWithTheModelsVersion() {
    ToyScorer scorer = (user, movie) -> 0.5;
    try (InProcessRecommender toy = new InProcessRecommender(ServedModel.of(scorer))) {
      RecommenderServiceBlockingStub client = toy.client();
      assertThat(client.predict(predict(Subjects.user(1), 5)).getPredictions(0).getValue())
          .isEqualTo(0.5);
      assertCannot(() -> client.predict(predict(Subjects.ratings(7, 1), 5)), "by their ids alone");
      assertCannot(() -> client.recommend(recommend(4)), "not part of the service");
      assertCannot(
          () ->
              client.explain(
                  ExplainRequest.newBuilder().setSubject(Subjects.user(1)).setMovieId(5).build()),
          "cannot take its answers apart");
      assertCannot(
          () -> client.similarUsers(SimilarUsersRequest.newBuilder().setUserId(1).build()),
          "no similar users");
      assertCannot(
          () -> client.similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(1).build()),
          "no similar movies");
      assertCannot(
          () -> client.getModelInfo(GetModelInfoRequest.getDefaultInstance()),
          "no model behind it");
      assertThat(toy.metrics().rejectedRequests()).isEqualTo(6);
    }
  }

  private static void assertCannot(ThrowingCallable call, String reason) {
    StatusRuntimeException failure = fails(call);
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(failure.getStatus().getDescription())
        .startsWith("the model unnamed cannot answer this: ")
        .contains(reason);
    assertThat(detail(failure, ErrorInfo.class)).isEqualTo(info(ErrorReason.MODEL_CANNOT));
    ResourceInfo resource = detail(failure, ResourceInfo.class);
    assertThat(resource.getResourceType()).isEqualTo("reelrecs.v1.Model");
    assertThat(resource.getResourceName()).isEqualTo("unnamed");
    assertThat(resource.getDescription()).isEqualTo(failure.getStatus().getDescription());
  }

  @Test
  void failure_nobodyForesaw_internalWithoutTheCause_whereverItHappens() {
    ToyScorer scorer =
        new ToyScorer() {
          @Override
          public double value(long userId, long movieId) {
            throw new AssertionError("secret");
          }

          @Override
          public io.reelrecs.core.score.Recommendations recommend(long userId, int n) {
            throw new IllegalStateException("secret");
          }
        };
    try (LogCapture log = new LogCapture(StatusMapper.class);
        InProcessRecommender toy = new InProcessRecommender(ServedModel.of(scorer))) {
      for (ThrowingCallable call :
          List.<ThrowingCallable>of(
              () -> toy.client().predict(predict(Subjects.user(1), 5)),
              () -> toy.client().recommend(recommend(4)))) {
        StatusRuntimeException failure = fails(call);
        assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(failure.getStatus().getDescription())
            .isEqualTo("internal error; the server's log has the cause");
        assertThat(detail(failure, ErrorInfo.class)).isEqualTo(info(ErrorReason.INTERNAL));
      }
      assertThat(toy.metrics().failedRequests()).isEqualTo(2);
      assertThat(log.records()).hasSize(2);
      assertThat(log.records().get(0).getThrown()).hasMessage("secret");
    }
  }

  @Test
  void predict_scorerAnswersNonsense_internal() {
    ToyScorer scorer = (user, movie) -> Double.NaN;
    try (LogCapture log = new LogCapture(StatusMapper.class);
        InProcessRecommender toy = new InProcessRecommender(ServedModel.of(scorer))) {
      assertThat(fails(() -> toy.client().predict(predict(Subjects.user(1), 5))).getStatus())
          .extracting(Status::getCode)
          .isEqualTo(Status.Code.INTERNAL);
      assertThat(log.records()).hasSize(1);
    }
  }

  /** The old contract's errors stay as they were: a status and nothing else. */
  @Test
  void oldService_refuses_withoutDetails() {
    ServerOptions options = ServerOptions.builder().maxCandidates(1).build();
    try (InProcess old = new InProcess((user, movie) -> 1, options)) {
      StatusRuntimeException failure =
          fails(() -> old.client().scoreCandidates(Requests.plain(1, 2)));

      assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
      assertThat(failure.getTrailers().keys()).doesNotContain("grpc-status-details-bin");
    }
  }

  private static PredictRequest predict(Subject subject, long... movies) {
    PredictRequest.Builder request = PredictRequest.newBuilder().setSubject(subject);
    for (long movie : movies) {
      request.addMovieIds(movie);
    }
    return request.build();
  }

  private static RecommendRequest recommend(int n, long... excluded) {
    RecommendRequest.Builder request =
        RecommendRequest.newBuilder().setSubject(Subjects.user(10)).setN(n);
    for (long movie : excluded) {
      request.addExcludedMovieIds(movie);
    }
    return request.build();
  }

  private void assertAnswers(Function<RecommenderServiceBlockingStub, Object> call) {
    assertThatCode(() -> call.apply(service.client())).doesNotThrowAnyException();
  }

  private void assertRefused(
      Function<RecommenderServiceBlockingStub, Object> call, FieldViolation... violations) {
    long before = service.metrics().rejectedRequests();
    StatusRuntimeException failure = fails(() -> call.apply(service.client()));

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(detail(failure, BadRequest.class).getFieldViolationsList())
        .containsExactly(violations);
    assertThat(detail(failure, ErrorInfo.class))
        .isEqualTo(info(ErrorReason.valueOf(violations[0].getReason())));
    String field = violations[0].getField();
    assertThat(failure.getStatus().getDescription())
        .startsWith((field.isEmpty() ? "" : field + ": ") + violations[0].getDescription());
    assertThat(service.metrics().rejectedRequests()).isEqualTo(before + 1);
  }

  private static FieldViolation violation(String field, ErrorReason reason, String description) {
    return FieldViolation.newBuilder()
        .setField(field)
        .setReason(reason.name())
        .setDescription(description)
        .build();
  }

  private static ErrorInfo info(ErrorReason reason) {
    return ErrorInfo.newBuilder().setDomain("reelrecs").setReason(reason.name()).build();
  }

  private static StatusRuntimeException fails(ThrowingCallable call) {
    StatusRuntimeException failure = catchThrowableOfType(StatusRuntimeException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static <T extends com.google.protobuf.Message> T detail(
      StatusRuntimeException failure, Class<T> type) {
    com.google.rpc.Status status = StatusProto.fromThrowable(failure);
    assertThat(status).isNotNull();
    assertThat(status.getMessage()).isEqualTo(failure.getStatus().getDescription());
    for (Any any : status.getDetailsList()) {
      if (any.is(type)) {
        try {
          return any.unpack(type);
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
          throw new AssertionError(e);
        }
      }
    }
    throw new AssertionError("no " + type.getSimpleName() + " in " + status);
  }
}
