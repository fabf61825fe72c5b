package io.reelrecs.bench.toy;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Fails in a JVM without the Vector API or without the caller's own argument. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ForkFlagsBenchmark {

  /** The system property that must be "set". */
  public static final String PROPERTY = "reelrecs.bench.toy";

  /** For JMH. */
  public ForkFlagsBenchmark() {}

  /** Looks. */
  @Benchmark
  public boolean look() {
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()
        || !"set".equals(System.getProperty(PROPERTY))) {
      throw new IllegalStateException("this JVM lacks an argument");
    }
    return true;
  }
}
