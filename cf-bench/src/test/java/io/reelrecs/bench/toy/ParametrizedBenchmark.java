package io.reelrecs.bench.toy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Fails with one of its parameters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ParametrizedBenchmark {

  /** With 2 it fails. */
  @Param({"1", "2"})
  public int number;

  /** For JMH. */
  public ParametrizedBenchmark() {}

  /** Fails or not. */
  @Benchmark
  public int failOnTwo() {
    if (number == 2) {
      throw new IllegalStateException("as it is meant to");
    }
    return number;
  }
}
