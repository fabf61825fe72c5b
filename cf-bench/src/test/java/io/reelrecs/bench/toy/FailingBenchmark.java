package io.reelrecs.bench.toy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Fails. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FailingBenchmark {

  /** For JMH. */
  public FailingBenchmark() {}

  /** Fails at once. */
  @Benchmark
  public int fail() {
    throw new IllegalStateException("as it is meant to");
  }
}
