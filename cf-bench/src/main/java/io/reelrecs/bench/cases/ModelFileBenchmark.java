package io.reelrecs.bench.cases;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
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

/**
 * Reading the model file, every check included. There is no warm-up, because a service reads it
 * once, at its start: with so few samples the 99th percentile is the slowest, a first reading.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 10)
@Fork(3)
public class ModelFileBenchmark {

  private Path file;

  /** For JMH. */
  public ModelFileBenchmark() {}

  /** Finds the file. */
  @Setup
  public void find() {
    file = Inputs.file(Inputs.MODEL);
  }

  /** One reading; the file is in the page cache. */
  @Benchmark
  public Model read() throws IOException {
    return ModelFile.read(file);
  }
}
