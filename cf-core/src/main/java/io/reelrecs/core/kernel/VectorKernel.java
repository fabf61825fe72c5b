package io.reelrecs.core.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many queries at once as a vector register has lanes. A block's queries share one walk over a
 * column: per entry one load, one multiplication, one addition and one store serve all of them,
 * where the scalar kernel walks the column once per query.
 *
 * <p>There is no tail: a block that is not full has zeros in its last lanes. There is no reduction:
 * lanes are different queries and never meet. Multiplication and addition are separate steps, as in
 * the scalar kernel, so that {@code double} sums come out the same bits.
 *
 * <p>To be loaded only where the module {@code jdk.incubator.vector} is, and after {@link Kernels}
 * has checked the width asked for.
 */
final class VectorKernel implements DotKernel {

  // The species have to be static and final to be constants to the JIT.
  private static final VectorShape SHAPE = shape(System.getProperty(Kernels.BITS_PROPERTY, ""));
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
  private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SHAPE);
  private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
  private static final int SHORT_LANES = SHORTS.length();
  private static final int INT_LANES = INTS.length();
  private static final int DOUBLE_LANES = DOUBLES.length();

  VectorKernel() {}

  private static VectorShape shape(String bits) {
    return switch (bits) {
      case "128" -> VectorShape.S_128_BIT;
      case "256" -> VectorShape.S_256_BIT;
      case "512" -> VectorShape.S_512_BIT;
      default -> VectorShape.preferredShape();
    };
  }

  @Override
  public String name() {
    return "vector-" + bits();
  }

  @Override
  public int bits() {
    return SHAPE.vectorBitSize();
  }

  @Override
  public int shortLanes() {
    return SHORT_LANES;
  }

  @Override
  public int intLanes() {
    return INT_LANES;
  }

  @Override
  public int doubleLanes() {
    return DOUBLE_LANES;
  }

  @Override
  public void addShorts(
      int[] rows, short[] values, int from, int to, short[] query, int queryAt, short[] acc) {
    ShortVector q = ShortVector.fromArray(SHORTS, query, queryAt);
    for (int p = from; p < to; p++) {
      int at = rows[p] * SHORT_LANES;
      ShortVector product = q.mul(ShortVector.broadcast(SHORTS, values[p]));
      ShortVector.fromArray(SHORTS, acc, at).add(product).intoArray(acc, at);
    }
  }

  @Override
  public void addInts(
      int[] rows, short[] values, int from, int to, int[] query, int queryAt, int[] acc) {
    IntVector q = IntVector.fromArray(INTS, query, queryAt);
    for (int p = from; p < to; p++) {
      int at = rows[p] * INT_LANES;
      IntVector product = q.mul(IntVector.broadcast(INTS, values[p]));
      IntVector.fromArray(INTS, acc, at).add(product).intoArray(acc, at);
    }
  }

  @Override
  public void addDoubles(
      int[] rows, double[] values, int from, int to, double[] query, int queryAt, double[] acc) {
    DoubleVector q = DoubleVector.fromArray(DOUBLES, query, queryAt);
    for (int p = from; p < to; p++) {
      int at = rows[p] * DOUBLE_LANES;
      DoubleVector product = q.mul(DoubleVector.broadcast(DOUBLES, values[p]));
      DoubleVector.fromArray(DOUBLES, acc, at).add(product).intoArray(acc, at);
    }
  }
}
