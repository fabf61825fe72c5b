package io.reelrecs.core.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * As many queries at once as a vector register has 16-bit lanes.
 *
 * <p>A block's queries share one walk over a column: per posting one load, one multiplication, one
 * addition and one store serve all of them, where the scalar kernel walks the column once per
 * query. There is no tail: a block that is not full has zeros in its last lanes. There is no
 * reduction: lanes are different queries and never meet. Sums of {@code double} take several
 * registers per row, and as many walks; multiplication and addition are separate steps, as in the
 * scalar kernel, so that the sums come out the same bits.
 *
 * <p>A single query has the rows in its lanes instead, and needs dense columns for that.
 *
 * <p>To be loaded only where the module {@code jdk.incubator.vector} is, and after {@link Kernels}
 * has checked the width asked for.
 */
final class VectorKernel implements Kernel {

  // The species have to be static and final to be constants to the JIT.
  private static final VectorShape SHAPE = shape(System.getProperty(Kernels.BITS_PROPERTY, ""));
  private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, SHAPE);
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
  private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
  private static final int LANES = SHORTS.length();
  private static final int DOUBLE_LANES = DOUBLES.length();
  private static final int HALF_ROWS = DENSE_ROWS / 2;
  private static final short LOW_BYTE = 0xff;

  VectorKernel() {}

  /** 128, 256 or 512 bits; a wider machine's lanes would not fit a mask of 32 bits. */
  private static VectorShape shape(String bits) {
    return switch (bits) {
      case "128" -> VectorShape.S_128_BIT;
      case "256" -> VectorShape.S_256_BIT;
      case "512" -> VectorShape.S_512_BIT;
      default -> {
        VectorShape preferred = VectorShape.preferredShape();
        yield switch (preferred.vectorBitSize()) {
          case 128, 256 -> preferred;
          case 64 -> VectorShape.S_128_BIT;
          default -> VectorShape.S_512_BIT;
        };
      }
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
  public int lanes() {
    return LANES;
  }

  @Override
  public void addShorts(
      int[] postings, int from, int to, short[] query, int queryAt, short[] sums) {
    ShortVector q = ShortVector.fromArray(SHORTS, query, queryAt);
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      int at = (posting >>> 16) * LANES;
      ShortVector product = q.mul((short) posting);
      ShortVector.fromArray(SHORTS, sums, at).add(product).intoArray(sums, at);
    }
  }

  @Override
  public void addDoubles(
      int[] postings, int from, int to, double[] query, int queryAt, double[] sums) {
    for (int lane = 0; lane < LANES; lane += DOUBLE_LANES) {
      DoubleVector q = DoubleVector.fromArray(DOUBLES, query, queryAt + lane);
      for (int p = from; p < to; p++) {
        int posting = postings[p];
        addProduct(q, (short) posting, sums, (posting >>> 16) * LANES + lane);
      }
    }
  }

  @Override
  public void addReals(
      int[] postings,
      double[] values,
      int from,
      int to,
      double[] query,
      int queryAt,
      double[] sums) {
    for (int lane = 0; lane < LANES; lane += DOUBLE_LANES) {
      DoubleVector q = DoubleVector.fromArray(DOUBLES, query, queryAt + lane);
      for (int p = from; p < to; p++) {
        addProduct(q, values[p], sums, (postings[p] >>> 16) * LANES + lane);
      }
    }
  }

  private static void addProduct(DoubleVector q, double value, double[] sums, int at) {
    DoubleVector.fromArray(DOUBLES, sums, at).add(q.mul(value)).intoArray(sums, at);
  }

  @Override
  public int findShorts(short[] sums, int from, int to, short[] laneCut, short[] rowCut) {
    ShortVector cut = ShortVector.fromArray(SHORTS, laneCut, 0);
    int row = from;
    while (row < to && !reached(sums, row * LANES, cut.min(rowCut[row])).anyTrue()) {
      row++;
    }
    return row;
  }

  @Override
  public int passingShorts(short[] sums, int row, short[] laneCut, short[] rowCut) {
    ShortVector cut = ShortVector.fromArray(SHORTS, laneCut, 0).min(rowCut[row]);
    return (int) reached(sums, row * LANES, cut).toLong();
  }

  private static VectorMask<Short> reached(short[] sums, int at, ShortVector cut) {
    return ShortVector.fromArray(SHORTS, sums, at).compare(VectorOperators.GE, cut);
  }

  @Override
  public int findDoubles(double[] sums, int from, int to, double[] laneCut, double[] rowCut) {
    int row = from;
    while (row < to && passingDoubles(sums, row, laneCut, rowCut) == 0) {
      row++;
    }
    return row;
  }

  @Override
  public int passingDoubles(double[] sums, int row, double[] laneCut, double[] rowCut) {
    long passing = 0;
    for (int lane = 0; lane < LANES; lane += DOUBLE_LANES) {
      DoubleVector cut = DoubleVector.fromArray(DOUBLES, laneCut, lane).min(rowCut[row]);
      DoubleVector sum = DoubleVector.fromArray(DOUBLES, sums, row * LANES + lane);
      passing |= sum.compare(VectorOperators.GE, cut).toLong() << lane;
    }
    return (int) passing;
  }

  @Override
  public void addDense(byte[] cells, int[] at, short[] factor, int first, short[] sums, int rows) {
    ShortVector factorA = ShortVector.broadcast(SHORTS, factor[first]);
    ShortVector factorB = ShortVector.broadcast(SHORTS, factor[first + 1]);
    ShortVector factorC = ShortVector.broadcast(SHORTS, factor[first + 2]);
    ShortVector factorD = ShortVector.broadcast(SHORTS, factor[first + 3]);
    for (int row = 0; row < rows; row += DENSE_ROWS) {
      for (int half = 0; half < HALF_ROWS; half += LANES) {
        int cell = row + 2 * half;
        ShortVector a = pairs(cells, at[first] + cell);
        ShortVector b = pairs(cells, at[first + 1] + cell);
        ShortVector c = pairs(cells, at[first + 2] + cell);
        ShortVector d = pairs(cells, at[first + 3] + cell);
        int lower = row + half;
        ShortVector.fromArray(SHORTS, sums, lower)
            .add(a.and(LOW_BYTE).mul(factorA))
            .add(b.and(LOW_BYTE).mul(factorB))
            .add(c.and(LOW_BYTE).mul(factorC))
            .add(d.and(LOW_BYTE).mul(factorD))
            .intoArray(sums, lower);
        int upper = lower + HALF_ROWS;
        ShortVector.fromArray(SHORTS, sums, upper)
            .add(a.lanewise(VectorOperators.LSHR, Byte.SIZE).mul(factorA))
            .add(b.lanewise(VectorOperators.LSHR, Byte.SIZE).mul(factorB))
            .add(c.lanewise(VectorOperators.LSHR, Byte.SIZE).mul(factorC))
            .add(d.lanewise(VectorOperators.LSHR, Byte.SIZE).mul(factorD))
            .intoArray(sums, upper);
      }
    }
  }

  /** A register of cells, two to a {@code short}. */
  private static ShortVector pairs(byte[] cells, int at) {
    return ByteVector.fromArray(BYTES, cells, at).reinterpretAsShorts();
  }

  @Override
  public int findRow(short[] sums, int from, int to, short cut) {
    ShortVector cuts = ShortVector.broadcast(SHORTS, cut);
    int row = from;
    for (int body = from + SHORTS.loopBound(to - from); row < body; row += LANES) {
      VectorMask<Short> reached = reached(sums, row, cuts);
      if (reached.anyTrue()) {
        return row + Long.numberOfTrailingZeros(reached.toLong());
      }
    }
    while (row < to && sums[row] < cut) {
      row++;
    }
    return row;
  }
}
