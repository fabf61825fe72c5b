package io.reelrecs.train.evaluate.significance;

import io.reelrecs.train.random.SplitMix64;
import java.util.Arrays;

/**
 * A paired comparison of two samples: the mean of the differences, how sure it is, and how likely
 * it would be by chance.
 *
 * <p>The p-value is that of the two-sided paired t-test; the interval is a percentile bootstrap
 * over the pairs with {@value #RESAMPLES} resamples (Efron and Tibshirani, "An Introduction to the
 * Bootstrap", 1993, chapter 13; both as recommended by Smucker, Allan and Carterette, "A Comparison
 * of Statistical Significance Tests for Information Retrieval Evaluation", CIKM 2007).
 *
 * <p>Where all differences are the same, there is no spread to compare with: then {@code t} is 0
 * and {@code pValue} 1 if they are 0, else {@code t} is as large as a double and {@code pValue} 0.
 *
 * @param pairs the number of pairs
 * @param meanDifference mean of first minus second
 * @param lower lower end of the 95% confidence interval of the mean difference
 * @param upper upper end of it
 * @param t the t statistic, with {@code pairs - 1} degrees of freedom
 * @param pValue probability of a {@code t} at least as far from 0 if there were no difference
 */
public record PairedTest(
    int pairs, double meanDifference, double lower, double upper, double t, double pValue) {

  /** How many resamples the interval is taken from. */
  public static final int RESAMPLES = 2_000;

  /** Of that many sorted means, the number before which 2.5% lie. */
  private static final int TAIL = RESAMPLES / 40;

  /**
   * Compares two samples. Costs {@value #RESAMPLES} passes over the pairs.
   *
   * @param first one value per pair, finite
   * @param second the other values, in the same order
   * @param seed of the resampling; any number
   * @throws IllegalArgumentException if there are less than two pairs, or a value without a pair
   */
  public static PairedTest of(double[] first, double[] second, long seed) {
    int n = first.length;
    if (n != second.length) {
      throw new IllegalArgumentException(
          "first and second must be of one size, actual: " + n + " and " + second.length);
    }
    if (n < 2) {
      throw new IllegalArgumentException("pairs must be >= 2, actual: " + n);
    }
    double[] differences = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      differences[i] = first[i] - second[i];
      sum += differences[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (double difference : differences) {
      squares += (difference - mean) * (difference - mean);
    }
    double error = Math.sqrt(squares / (n - 1) / n);
    double[] means = resample(differences, seed);
    double t;
    if (error > 0) {
      t = mean / error;
    } else {
      t = mean == 0 ? 0 : Math.copySign(Double.MAX_VALUE, mean);
    }
    double p = error > 0 ? StudentT.twoSided(t, n - 1) : mean == 0 ? 1 : 0;
    return new PairedTest(n, mean, means[TAIL - 1], means[RESAMPLES - TAIL], t, p);
  }

  /** Means of samples drawn with replacement, ascending. */
  private static double[] resample(double[] differences, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < means.length; r++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[r] = sum / differences.length;
    }
    Arrays.sort(means);
    return means;
  }
}
