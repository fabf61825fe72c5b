package io.reelrecs.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.ScoreCache;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachedModelsTest {

  private static final Model FIRST = SmallModels.learned(3);
  private static final Model SECOND = SmallModels.learned(4);
  private static final long[] MOVIES = FIRST.movies().toArray();

  @Test
  void get_sameModel_isMadeOnce() {
    ServedModel served = ServedModel.of("v1", FIRST);
    CachedModels models = new CachedModels(() -> served, new ScoreCache(1 << 20));

    assertThat(models.get()).isSameAs(models.get());
    assertThat(models.get().version()).isEqualTo("v1");
    assertThat(models.get().model()).containsSame(FIRST);
    assertThat(models.get().scorer()).isNotSameAs(served.scorer());
  }

  @Test
  void get_afterASwapAndBack_answersFromEachModel() {
    AtomicReference<ServedModel> current = new AtomicReference<>();
    CachedModels models = new CachedModels(current::get, new ScoreCache(1 << 20));
    ServedModel one = ServedModel.of("v1", FIRST);
    ServedModel two = ServedModel.of("v2", SECOND);
    for (int round = 0; round < 4; round++) {
      for (ServedModel served : new ServedModel[] {one, two}) {
        current.set(served);
        for (long user : FIRST.users().toArray()) {
          Scorer plain = Scorer.of(served.model().orElseThrow());

          assertThat(models.get().scorer().score(user, MOVIES).asList())
              .isEqualTo(plain.score(user, MOVIES).asList());
        }
      }
    }
  }

  @Test
  void get_reference_answersTheSame() {
    Model reference = SmallModels.reference(3);
    ServedModel served = ServedModel.of("v1", reference);
    CachedModels models = new CachedModels(() -> served, new ScoreCache(1 << 20));
    long[] movies = reference.movies().toArray();
    for (int round = 0; round < 2; round++) {
      for (long user : reference.users().toArray()) {
        assertThat(models.get().scorer().score(user, movies).asList())
            .isEqualTo(served.scorer().score(user, movies).asList());
      }
    }
  }

  @Test
  void get_scorerAlone_isLeftAsItIs() {
    ServedModel served = ServedModel.of((ToyScorer) (user, movie) -> 0.5);

    assertThat(new CachedModels(() -> served, new ScoreCache(1)).get()).isSameAs(served);
  }

  @Test
  void server_withAndWithoutCache_answersTheSameBits_andCounts() throws Exception {
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId((int) FIRST.users().idAt(5));
    for (long movie : MOVIES) {
      request.addFeatures(Requests.candidate((int) movie, 0.1, 3, 0.2, 0.3));
    }
    ServedModel served = ServedModel.of("v1", FIRST);
    ScoreResponse plain;
    try (RecommendationServer server =
        new RecommendationServer(() -> served, options(ScoreCacheOptions.OFF)).start()) {
      plain = ask(server, request.build());
      assertThat(server.scoreCache()).isEqualTo(ScoreCache.Snapshot.NONE);
    }
    try (RecommendationServer server =
        new RecommendationServer(() -> served, options(new ScoreCacheOptions(1))).start()) {
      assertThat(ask(server, request.build())).isEqualTo(plain);
      assertThat(ask(server, request.build())).isEqualTo(plain);
      assertThat(server.scoreCache().hits()).isEqualTo(MOVIES.length);
      assertThat(server.scoreCache().misses()).isEqualTo(MOVIES.length);
    }
  }

  private static ServerOptions options(ScoreCacheOptions cache) {
    return ServerOptions.builder().port(0).scoreCache(cache).build();
  }

  private static ScoreResponse ask(RecommendationServer server, ScoreRequest request) {
    ManagedChannel channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.port(), InsecureChannelCredentials.create())
            .build();
    try {
      return MLScorerGrpc.newBlockingStub(channel).scoreCandidates(request);
    } finally {
      channel.shutdownNow();
    }
  }
}
