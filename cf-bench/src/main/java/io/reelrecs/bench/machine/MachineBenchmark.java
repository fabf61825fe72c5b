package io.reelrecs.bench.machine;

import java.util.Arrays;
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

/**
 * Passes over arrays that fit into one level of the memory or another. Loops are plain, and such as
 * the JIT makes vector instructions of; the arrays are {@code short}, like the accumulators of the
 * search.
 *
 * <p>Times are means over an iteration, because a pass over the first cache takes no longer than a
 * look at the clock; the median is that of the iterations. One thread. With both cores busy, what
 * they share (the last cache and memory) is divided.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MachineBenchmark {

  /** Bytes of the memory that a pass touches, in all its arrays together. */
  @Param({"16384", "524288", "8388608", "268435456"})
  public int bytes;

  private short[] from;
  private short[] to;
  private short[] whole;

  /** For JMH. */
  public MachineBenchmark() {}

  /** Makes the arrays and touches every page of them. */
  @Setup
  public void fill() {
    int all = bytes / Short.BYTES;
    whole = new short[all];
    from = new short[all / 2];
    to = new short[all / 2];
    Arrays.fill(whole, (short) 1);
    Arrays.fill(from, (short) 2);
    Arrays.fill(to, (short) 3);
  }

  /** Reads half of the bytes and writes the other half: the JDK's own copy. */
  @Benchmark
  public short[] copy() {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }

  /** Writes all of the bytes. */
  @Benchmark
  public short[] fillAll() {
    Arrays.fill(whole, (short) 5);
    return whole;
  }

  /** Reads and writes all of the bytes: a load, an add and a store for each register. */
  @Benchmark
  public short[] addConstant() {
    short[] sums = whole;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (short) (sums[i] + 7);
    }
    return sums;
  }

  /** Reads all of the bytes and writes half of them: two loads, an add and a store. */
  @Benchmark
  public short[] addArray() {
    short[] sums = to;
    short[] terms = from;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = (short) (sums[i] + terms[i]);
    }
    return sums;
  }
}
