package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.reelrecs.core.model.Model;
import io.reelrecs.grpc.v1.ExplainRequest;
import io.reelrecs.grpc.v1.GetModelInfoRequest;
import io.reelrecs.grpc.v1.PredictRequest;
import io.reelrecs.grpc.v1.PredictResponse;
import io.reelrecs.grpc.v1.RecommendRequest;
import io.reelrecs.grpc.v1.RecommenderServiceGrpc;
import io.reelrecs.grpc.v1.SimilarMoviesRequest;
import io.reelrecs.grpc.v1.SimilarUsersRequest;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which calls leave the thread that they came in on, with an executor that runs when told to. */
class HeavyWorkTest {

  private static final PredictRequest BY_RATINGS =
      PredictRequest.newBuilder().setSubject(Subjects.ratings(7, 5)).addMovieIds(14).build();

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Model model = SmallModels.reference(3);

  private Runnable next() throws InterruptedException {
    Runnable task = waiting.poll(60, TimeUnit.SECONDS);
    assertThat(task).as("a call that waits").isNotNull();
    return task;
  }

  @Test
  void heavyCalls_waitForTheirExecutor_lightOnesDoNot() throws Exception {
    ServedModel served = ServedModel.of("v1", model);
    try (InProcessRecommender service =
        new InProcessRecommender(() -> served, RequestLimits.DEFAULT, waiting::add)) {
      RecommenderServiceGrpc.RecommenderServiceFutureStub client =
          RecommenderServiceGrpc.newFutureStub(service.channel());
      List<Future<?>> heavy =
          List.of(
              client.predict(BY_RATINGS),
              client.recommend(RecommendRequest.newBuilder().setSubject(Subjects.user(10)).build()),
              client.similarUsers(SimilarUsersRequest.newBuilder().setUserId(10).build()),
              client.similarMovies(SimilarMoviesRequest.newBuilder().setMovieId(7).build()),
              client.explain(
                  ExplainRequest.newBuilder().setSubject(Subjects.user(10)).setMovieId(7).build()));

      PredictRequest byId =
          PredictRequest.newBuilder().setSubject(Subjects.user(10)).addMovieIds(14).build();
      assertThat(service.client().predict(byId).getPredictionsCount()).isEqualTo(1);
      assertThat(
              service.client().getModelInfo(GetModelInfoRequest.getDefaultInstance()).getWriter())
          .isEqualTo("test 1");
      assertThat(heavy).noneMatch(Future::isDone);
      for (int i = 0; i < heavy.size(); i++) {
        next().run();
      }
      for (Future<?> call : heavy) {
        assertThat(call.get(60, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  @Test
  void answer_theExecutorIsFull_isShedWithAWordOnWhenToComeBack() throws Exception {
    ServedModel served = ServedModel.of("v1", model);
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };
    try (InProcessRecommender service =
        new InProcessRecommender(() -> served, RequestLimits.DEFAULT, full)) {
      assertThatThrownBy(() -> service.client().predict(BY_RATINGS))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> {
                assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
                assertThat(Status.trailersFromThrowable(e).keys())
                    .contains("grpc-retry-pushback-ms", "grpc-status-details-bin");
              });
    }
  }

  @Test
  void answer_clientHasGivenUpBeforeItsTurn_isNotWorkedOn() throws Exception {
    HeavyWork work = new HeavyWork(waiting::add, new StatusMapper(new ServiceMetrics()));
    AtomicReference<String> seen = new AtomicReference<>();
    for (boolean givesUp : new boolean[] {true, false}) {
      Context.CancellableContext call = Context.current().withCancellation();
      call.run(() -> work.answer(new Ignored<>(), () -> seen.getAndSet("worked")));
      if (givesUp) {
        call.cancel(null);
      }
      next().run();

      assertThat(seen.get()).isEqualTo(givesUp ? null : "worked");
      call.cancel(null);
    }
  }

  @Test
  void heavyCall_modelSwappedMeanwhile_belongsToTheVersionItBeganWith() throws Exception {
    ServedModel first = ServedModel.of("v1", model);
    ServedModel second = ServedModel.of("v2", SmallModels.reference(4));
    AtomicReference<ServedModel> current = new AtomicReference<>(first);
    try (InProcessRecommender service =
        new InProcessRecommender(current::get, RequestLimits.DEFAULT, waiting::add)) {
      RecommenderServiceGrpc.RecommenderServiceFutureStub client =
          RecommenderServiceGrpc.newFutureStub(service.channel());
      Future<PredictResponse> before = client.predict(BY_RATINGS);
      Runnable task = next();
      current.set(second);
      Future<PredictResponse> after = client.predict(BY_RATINGS);
      task.run();
      next().run();

      assertThat(before.get(60, TimeUnit.SECONDS).getModelVersion()).isEqualTo("v1");
      assertThat(before.get().getPredictions(0).getValue())
          .isEqualTo(first.scorer().score(Subjects.rated(7, 5), new long[] {14}).value(0));
      assertThat(after.get(60, TimeUnit.SECONDS).getModelVersion()).isEqualTo("v2");
      assertThat(after.get().getPredictions(0).getValue())
          .isEqualTo(second.scorer().score(Subjects.rated(7, 5), new long[] {14}).value(0))
          .isNotEqualTo(before.get().getPredictions(0).getValue());
    }
  }

  @Test
  void answer_runsInTheContextOfTheCall() throws Exception {
    Context.Key<String> key = Context.key("trace");
    HeavyWork work = new HeavyWork(waiting::add, new StatusMapper(new ServiceMetrics()));
    AtomicReference<String> seen = new AtomicReference<>();
    Context.current()
        .withValue(key, "here")
        .run(() -> work.answer(new Ignored<>(), () -> seen.getAndSet(key.get())));
    next().run();

    assertThat(seen.get()).isEqualTo("here");
  }

  private static final class Ignored<T> implements io.grpc.stub.StreamObserver<T> {
    @Override
    public void onNext(T value) {}

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onCompleted() {}
  }
}
