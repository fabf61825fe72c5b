package io.reelrecs.train.random;

/**
 * The SplitMix64 generator: 64 bits of state, period 2<sup>64</sup>, and the same sequence for the
 * same seed on every JDK and machine.
 *
 * <p>{@code java.util.Random} promises its sequence too, but has 48 bits of state and biased low
 * bits; {@code SplittableRandom} does not promise its derived values from one JDK to the next.
 * Every derived value here uses exact arithmetic, IEEE operations or {@link StrictMath} only. Not
 * for secrets.
 *
 * <p>Constant time and no allocation per value. Not thread-safe: one generator per thread.
 *
 * <p>Sources: G. Steele, D. Lea, C. Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
 * 2014, with the constants of S. Vigna's public-domain splitmix64.c; bounded integers after D.
 * Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019); normal values by
 * G. Marsaglia's polar method.
 */
public final class SplitMix64 {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spareGaussian;
  private boolean hasSpareGaussian;

  /** A generator whose sequence is given by {@code seed}; every seed is as good as another. */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /**
   * A generator of its own sequence for one part of a larger job: the same for the same {@code
   * seed} and {@code stream}, whatever the other parts draw.
   */
  public static SplitMix64 stream(long seed, long stream) {
    return new SplitMix64(mix(seed + GAMMA) ^ mix(stream * GAMMA + 1));
  }

  /** The next value, uniform over all 2<sup>64</sup> longs. */
  public long nextLong() {
    state += GAMMA;
    return mix(state);
  }

  /**
   * The next integer, uniform over {@code [0, bound)} without bias.
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be >= 1, actual: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFF_FFFFL;
    if (low < bound) {
      // 2^32 mod bound: below it, some results would come up once too often.
      long threshold = (0x1_0000_0000L - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFF_FFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** The next value, uniform over the multiples of 2<sup>-53</sup> in {@code [0, 1)}. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** The next value of the normal distribution with mean 0 and deviation 1; always finite. */
  public double nextGaussian() {
    if (hasSpareGaussian) {
      hasSpareGaussian = false;
      return spareGaussian;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double scale = StrictMath.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = y * scale;
    hasSpareGaussian = true;
    return x * scale;
  }

  /** Brings the array into a uniformly random order (Fisher-Yates, from the last place down). */
  public void shuffle(int[] array) {
    for (int i = array.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = array[i];
      array[i] = array[j];
      array[j] = swapped;
    }
  }

  private static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
