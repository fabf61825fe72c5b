package io.reelrecs.bench.cases;

import io.reelrecs.train.Recipe;
import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingReport;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Training from the ratings file to the model file on disk, reading and writing included, with a
 * thread per core. There is no warm-up, because those who train start a JVM for it: the slowest
 * training of a JVM is its first, and with so few samples the 99th percentile is the slowest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(3)
public class TrainingBenchmark {

  /** What is trained. */
  @Param({"fusion", "reference", "ease"})
  private String algorithm;

  private TrainingRequest request;

  /** For JMH. */
  public TrainingBenchmark() {}

  /** Says what to train. */
  @Setup
  public void prepare() {
    Path out = Inputs.file(Inputs.FOLDER).resolve("trained.rrm");
    request =
        new TrainingRequest(
            Inputs.file(Inputs.RATINGS),
            Optional.empty(),
            out,
            ReadOptions.defaults(),
            TrainingParameters.of(Recipe.parse(algorithm)));
  }

  /** One training. */
  @Benchmark
  public TrainingReport fileToModel() throws BadDataException, IOException {
    return TrainingJob.run(request, TrainingListener.NONE);
  }

  /** Removes the model file. */
  @TearDown
  public void remove() throws IOException {
    Files.deleteIfExists(request.out());
  }
}
