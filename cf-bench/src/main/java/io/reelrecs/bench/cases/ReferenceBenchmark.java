package io.reelrecs.bench.cases;

import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.score.Score;
import io.reelrecs.core.score.Scorer;
import io.reelrecs.core.score.Scores;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

/** Scoring in process with the reference algorithm, for users that the model knows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReferenceBenchmark {

  private static final int PAIRS = 1 << 16;
  private static final int BATCHES = 1 << 10;

  private Scorer scorer;
  private long[] users;
  private long[] movies;
  private long[][] batches;
  private int next;

  /** For JMH. */
  public ReferenceBenchmark() {}

  /** Trains a model, and draws whom and what to score. */
  @Setup
  public void prepare(TrainedModel drawing) throws BadDataException, IOException {
    Path file = Inputs.file(Inputs.FOLDER).resolve("reference.rrm");
    TrainingJob.run(
        new TrainingRequest(
            Inputs.file(Inputs.RATINGS),
            Optional.empty(),
            file,
            ReadOptions.defaults(),
            TrainingParameters.of(Algorithm.REFERENCE)),
        TrainingListener.NONE);
    scorer = Scorer.of(ModelFile.read(file));
    Files.delete(file);
    users = drawing.users(PAIRS);
    movies = drawing.movies(PAIRS);
    batches = new long[BATCHES][];
    for (int i = 0; i < BATCHES; i++) {
      batches[i] = drawing.movies(TrainedModel.CANDIDATES);
    }
  }

  /** A random movie for a random user. */
  @Benchmark
  public Score oneMovie() {
    int i = next++ & (PAIRS - 1);
    return scorer.score(users[i], movies[i]);
  }

  /** 200 random movies for a random user, as one batch. */
  @Benchmark
  public Scores candidates200() {
    int i = next++;
    return scorer.score(users[i & (PAIRS - 1)], batches[i & (BATCHES - 1)]);
  }
}
