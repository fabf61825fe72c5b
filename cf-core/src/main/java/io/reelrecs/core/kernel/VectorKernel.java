package io.reelrecs.core.kernel;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Twice as many queries at once as a vector register has 16-bit lanes.
 *
 * <p><b>Sums of 16 bits.</b> Two queries share a 16-bit element {@code x = upper * 256 + lower}, so
 * that the values of a whole block in one column are one register to load. For a row's posting with
 * value {@code v}, one sum collects {@code x * v} and another {@code upper * v}. Modulo 65536 the
 * sum of {@code lower * v} is the first less 256 times the second: at the end, once a row.
 *
 * <p><b>Sums of {@code double}</b> take eight registers, four in a walk over the row.
 * Multiplication and addition are separate steps, as in the scalar code, so that they come out the
 * same bits.
 *
 * <p>There is no tail: a block that is not full has zeros in its last lanes. There is no reduction:
 * lanes are different queries and never meet. A single query has the rows in its lanes instead, and
 * needs dense columns for that.
 *
 * <p>In every loop, what was just loaded is the receiver and the running sum the argument. The JIT
 * knows the exact class of the first only, and a receiver of a class that it does not know is a
 * virtual call with its vector on the heap, fifty times slower.
 *
 * <p>To be loaded only where the module {@code jdk.incubator.vector} is, and after {@link Kernels}
 * has checked the width asked for.
 */
final class VectorKernel implements Kernel, RowWalk {

  // The species have to be static and final to be constants to the JIT.
  private static final VectorShape SHAPE = shape(System.getProperty(Kernels.BITS_PROPERTY, ""));
  private static final VectorSpecies<Byte> BYTES = VectorSpecies.of(byte.class, SHAPE);
  private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, SHAPE);
  private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, SHAPE);
  private static final int WIDTH = SHORTS.length();
  private static final int LANES = 2 * WIDTH;
  private static final int DOUBLE_LANES = DOUBLES.length();

  /** The JIT has no masks of two lanes: they would be objects, and twenty times as slow. */
  private static final int LEAST_DOUBLES = 4;

  private static final int HALF_ROWS = DENSE_ROWS / 2;
  private static final short LOW_BYTE = 0xff;

  /** Minus 256: what turns the sum of upper values into what they added to the sum of both. */
  private static final short UPPER = -256;

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
  public RowWalk rowWalk() {
    return this;
  }

  @Override
  public void sumShorts(int[] postings, int from, int to, byte[] query, short[] sums, int at) {
    ShortVector both = ShortVector.zero(SHORTS);
    ShortVector upper = both;
    for (int p = from; p < to; p++) {
      int posting = postings[p];
      ShortVector value = ShortVector.broadcast(SHORTS, (short) (posting & LOW_BYTE));
      ShortVector x = pairs(query, (posting >>> Byte.SIZE) * LANES);
      both = x.mul(value).add(both);
      upper = x.lanewise(VectorOperators.LSHR, Byte.SIZE).mul(value).add(upper);
    }
    ShortVector zero = ShortVector.broadcast(SHORTS, ZERO);
    ShortVector lowest = ShortVector.broadcast(SHORTS, UPPER).mul(upper).add(both);
    lowest.add(zero).intoArray(sums, at);
    zero.add(upper).intoArray(sums, at + WIDTH);
  }

  @Override
  public void sumDoubles(
      int[] postings, int from, int to, int[] place, double[] query, double[] sums, int at) {
    for (int lane = 0; lane < LANES; lane += 4 * DOUBLE_LANES) {
      DoubleVector a = DoubleVector.zero(DOUBLES);
      DoubleVector b = a;
      DoubleVector c = a;
      DoubleVector d = a;
      for (int p = from; p < to; p++) {
        int posting = postings[p];
        DoubleVector value = DoubleVector.broadcast(DOUBLES, posting & LOW_BYTE);
        int q = place[posting >>> Byte.SIZE] + lane;
        a = doubles(query, q).mul(value).add(a);
        b = doubles(query, q + DOUBLE_LANES).mul(value).add(b);
        c = doubles(query, q + 2 * DOUBLE_LANES).mul(value).add(c);
        d = doubles(query, q + 3 * DOUBLE_LANES).mul(value).add(d);
      }
      store(a, b, c, d, sums, at + lane);
    }
  }

  @Override
  public void sumReals(
      int[] postings,
      double[] values,
      int from,
      int to,
      int[] place,
      double[] query,
      double[] sums,
      int at) {
    for (int lane = 0; lane < LANES; lane += 4 * DOUBLE_LANES) {
      DoubleVector a = DoubleVector.zero(DOUBLES);
      DoubleVector b = a;
      DoubleVector c = a;
      DoubleVector d = a;
      for (int p = from; p < to; p++) {
        DoubleVector value = DoubleVector.broadcast(DOUBLES, values[p]);
        int q = place[postings[p] >>> Byte.SIZE] + lane;
        a = doubles(query, q).mul(value).add(a);
        b = doubles(query, q + DOUBLE_LANES).mul(value).add(b);
        c = doubles(query, q + 2 * DOUBLE_LANES).mul(value).add(c);
        d = doubles(query, q + 3 * DOUBLE_LANES).mul(value).add(d);
      }
      store(a, b, c, d, sums, at + lane);
    }
  }

  private static DoubleVector doubles(double[] array, int at) {
    return DoubleVector.fromArray(DOUBLES, array, at);
  }

  private static void store(
      DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d, double[] sums, int at) {
    DoubleVector zero = DoubleVector.zero(DOUBLES);
    zero.add(a).intoArray(sums, at);
    zero.add(b).intoArray(sums, at + DOUBLE_LANES);
    zero.add(c).intoArray(sums, at + 2 * DOUBLE_LANES);
    zero.add(d).intoArray(sums, at + 3 * DOUBLE_LANES);
  }

  @Override
  public boolean passingShorts(
      short[] sums, int at, int rows, short[] laneCut, short[] rowCut, long[] passing) {
    ShortVector cutA = ShortVector.fromArray(SHORTS, laneCut, 0);
    ShortVector cutB = ShortVector.fromArray(SHORTS, laneCut, WIDTH);
    long any = 0;
    for (int row = 0; row < rows; row++) {
      int sum = at + row * LANES;
      ShortVector cut = ShortVector.broadcast(SHORTS, rowCut[row]);
      long a = reached(sums, sum, cut.min(cutA)).toLong();
      long b = reached(sums, sum + WIDTH, cut.min(cutB)).toLong();
      passing[row] = a | b << WIDTH;
      any |= passing[row];
    }
    return any != 0;
  }

  private static VectorMask<Short> reached(short[] sums, int at, ShortVector cut) {
    return ShortVector.fromArray(SHORTS, sums, at).compare(VectorOperators.GE, cut);
  }

  @Override
  public boolean passingDoubles(
      double[] sums, int at, int rows, double[] laneCut, double[] rowCut, long[] passing) {
    long any = 0;
    for (int row = 0; row < rows; row++) {
      int sum = at + row * LANES;
      passing[row] =
          DOUBLE_LANES < LEAST_DOUBLES
              ? reachedOneByOne(sums, sum, laneCut, rowCut[row])
              : reached(sums, sum, laneCut, rowCut[row]);
      any |= passing[row];
    }
    return any != 0;
  }

  private static long reached(double[] sums, int at, double[] laneCut, double rowCut) {
    long reached = 0;
    for (int lane = 0; lane < LANES; lane += DOUBLE_LANES) {
      DoubleVector cut = doubles(laneCut, lane).min(rowCut);
      reached |= doubles(sums, at + lane).compare(VectorOperators.GE, cut).toLong() << lane;
    }
    return reached;
  }

  private static long reachedOneByOne(double[] sums, int at, double[] laneCut, double rowCut) {
    long reached = 0;
    for (int lane = 0; lane < LANES; lane++) {
      reached |= sums[at + lane] >= Math.min(laneCut[lane], rowCut) ? 1L << lane : 0;
    }
    return reached;
  }

  @Override
  public void insert(
      double[] scores, double[] indexes, int at, int length, double score, double index) {
    if (DOUBLE_LANES < LEAST_DOUBLES) {
      ScalarKernel.INSTANCE.insert(scores, indexes, at, length, score, index);
      return;
    }
    for (int i = length - DOUBLE_LANES; i >= 0; i -= DOUBLE_LANES) {
      DoubleVector here = doubles(scores, at + i);
      DoubleVector hereIndex = doubles(indexes, at + i);
      DoubleVector before = doubles(scores, at + i - 1);
      DoubleVector beforeIndex = doubles(indexes, at + i - 1);
      VectorMask<Double> stays = ahead(here, hereIndex, score, index);
      VectorMask<Double> follows = ahead(before, beforeIndex, score, index);
      before.blend(score, follows).blend(here, stays).intoArray(scores, at + i);
      beforeIndex.blend(index, follows).blend(hereIndex, stays).intoArray(indexes, at + i);
    }
  }

  /** Which pairs come before this one. */
  private static VectorMask<Double> ahead(
      DoubleVector scores, DoubleVector indexes, double score, double index) {
    return scores
        .compare(VectorOperators.GT, score)
        .or(
            scores
                .compare(VectorOperators.EQ, score)
                .and(indexes.compare(VectorOperators.LT, index)));
  }

  @Override
  public void addDense(byte[] cells, int[] at, short[] factor, int first, short[] sums, int rows) {
    ShortVector factorA = ShortVector.broadcast(SHORTS, factor[first]);
    ShortVector factorB = ShortVector.broadcast(SHORTS, factor[first + 1]);
    ShortVector factorC = ShortVector.broadcast(SHORTS, factor[first + 2]);
    ShortVector factorD = ShortVector.broadcast(SHORTS, factor[first + 3]);
    for (int row = 0; row < rows; row += DENSE_ROWS) {
      for (int half = 0; half < HALF_ROWS; half += WIDTH) {
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
    for (int body = from + SHORTS.loopBound(to - from); row < body; row += WIDTH) {
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
