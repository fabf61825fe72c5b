package io.reelrecs.bench.toy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Takes a microsecond or a few. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WorkingBenchmark {

  private static final int TOKENS = 1_000;

  /** For JMH. */
  public WorkingBenchmark() {}

  /** Keeps the processor busy. */
  @Benchmark
  public void spin() {
    Blackhole.consumeCPU(TOKENS);
  }
}
