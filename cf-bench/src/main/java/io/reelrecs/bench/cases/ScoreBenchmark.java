package io.reelrecs.bench.cases;

import io.reelrecs.core.score.Explanation;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.core.score.Recommendations;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scores;
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
import org.openjdk.jmh.annotations.Warmup;

/** Scoring in process with the default algorithm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ScoreBenchmark {

  private static final int PAIRS = 1 << 16;
  private static final int BATCHES = 1 << 10;

  private long[] users;
  private long[] movies;
  private long[][] batches;
  private RatedMovies[] rated;
  private int next;

  /** For JMH. */
  public ScoreBenchmark() {}

  /** Draws whom and what to score. */
  @Setup
  public void draw(TrainedModel trained) {
    users = trained.users(PAIRS);
    movies = trained.movies(PAIRS);
    batches = new long[BATCHES][];
    rated = new RatedMovies[BATCHES];
    for (int i = 0; i < BATCHES; i++) {
      rated[i] = trained.ratingsOf(users[i]);
      batches[i] = trained.movies(TrainedModel.CANDIDATES);
    }
  }

  /** A random movie for a random user. */
  @Benchmark
  public Score oneMovie(TrainedModel trained) {
    int i = next++ & (PAIRS - 1);
    return trained.scorer().score(users[i], movies[i]);
  }

  /** 200 random movies for a user who is given by the ratings of a random one. */
  @Benchmark
  public Scores newUser200(TrainedModel trained) {
    int i = next++;
    return trained.scorer().score(rated[i & (BATCHES - 1)], batches[i & (BATCHES - 1)]);
  }

  /** The 20 best movies for a random user. */
  @Benchmark
  public Recommendations recommend20(TrainedModel trained) {
    return trained.scorer().recommend(users[next++ & (PAIRS - 1)], 20);
  }

  /** What a score of a random movie for a random user is made of. */
  @Benchmark
  public Explanation explain(TrainedModel trained) {
    int i = next++ & (PAIRS - 1);
    return trained.scorer().explain(users[i], movies[i]);
  }

  /** 200 random movies for a random user, as one batch. */
  @Benchmark
  public Scores candidates200(TrainedModel trained) {
    int i = next++;
    return trained.scorer().score(users[i & (PAIRS - 1)], batches[i & (BATCHES - 1)]);
  }
}
