package io.reelrecs.bench.cases;

import io.reelrecs.train.LoadedRatings;
import io.reelrecs.train.MatrixReader;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;

/** Reading the ratings file into a matrix; the file is in the page cache. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class ReadBenchmark {

  /** How many threads read. */
  @Param({"1", "2"})
  public int threads;

  private Path file;

  /** For JMH. */
  public ReadBenchmark() {}

  /** Finds the file. */
  @Setup
  public void find() {
    file = Inputs.file(Inputs.RATINGS);
  }

  /** From the file to the matrix. */
  @Benchmark
  public LoadedRatings fileToMatrix() throws BadDataException {
    ReadOptions options = ReadOptions.defaults().withThreads(threads);
    return MatrixReader.read(file, options, ReadListener.NONE);
  }
}
