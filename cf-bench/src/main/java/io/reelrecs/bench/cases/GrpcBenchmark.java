package io.reelrecs.bench.cases;

import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.reelrecs.grpc.RecommendationServer;
import io.reelrecs.grpc.ServerOptions;
import io.reelrecs.grpc.ServerStartException;
import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.MLScorerGrpc;
import io.reelrecs.grpc.proto.ScoreRequest;
import io.reelrecs.grpc.proto.ScoreResponse;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A request of 200 candidates through the real server, over a loopback TCP connection, one request
 * at a time. The client is in the same JVM, and its work is part of the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class GrpcBenchmark {

  private static final int REQUESTS = 1 << 10;
  private static final int MOST_SIMILAR_USERS = 500;

  private ScoreRequest[] requests;
  private RecommendationServer server;
  private ManagedChannel channel;
  private MLScorerGrpc.MLScorerBlockingStub client;
  private int next;

  /** For JMH. */
  public GrpcBenchmark() {}

  /** Draws the requests, starts the server on a free port, and connects. */
  @Setup
  public void connect(TrainedModel trained) throws ServerStartException {
    long[] users = trained.users(REQUESTS);
    requests = new ScoreRequest[REQUESTS];
    for (int i = 0; i < REQUESTS; i++) {
      requests[i] = request(users[i], trained);
    }
    server =
        new RecommendationServer(trained.scorer(), ServerOptions.builder().port(0).build()).start();
    channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", server.port(), InsecureChannelCredentials.create())
            .build();
    client = MLScorerGrpc.newBlockingStub(channel);
    int answered = client.scoreCandidates(requests[0]).getScoresCount();
    if (answered != TrainedModel.CANDIDATES) {
      throw new IllegalStateException("the server answered " + answered + " of 200 candidates");
    }
  }

  /** What a client of the Python service sends: shares in [0, 1], and counts of similar users. */
  private static ScoreRequest request(long user, TrainedModel trained) {
    SplittableRandom random = trained.random();
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId((int) user);
    for (long movie : trained.movies(TrainedModel.CANDIDATES)) {
      int similarUsers = 1 + random.nextInt(MOST_SIMILAR_USERS);
      request.addFeatures(
          CandidateFeatures.newBuilder()
              .setMovieId((int) movie)
              .setGenreOverlapScore((float) random.nextDouble())
              .setGenreDiversityScore((float) random.nextDouble())
              .setCollaborativeScore(similarUsers)
              .setSimilarUsersCount(similarUsers)
              .setAvgRating((float) (1 + 4 * random.nextDouble()))
              .setRatingCount(1 + random.nextInt(3_000))
              .setPopularityPercentile((float) random.nextDouble())
              .setMovieYear(1930 + random.nextInt(70))
              .setYearPreferenceScore((float) random.nextDouble())
              .setDaysSinceReleased(random.nextInt(20_000)));
    }
    return request.build();
  }

  /** One request and its response. */
  @Benchmark
  public ScoreResponse candidates200() {
    return client.scoreCandidates(requests[next++ & (REQUESTS - 1)]);
  }

  /** Hangs up and stops the server. */
  @TearDown
  public void disconnect() {
    channel.shutdownNow();
    server.close();
  }
}
