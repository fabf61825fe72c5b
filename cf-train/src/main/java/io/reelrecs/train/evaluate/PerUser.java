package io.reelrecs.train.evaluate;

import java.util.Map;
import java.util.TreeMap;

/** A weighted mean for each user. Not thread-safe. */
final class PerUser {

  private final Map<Long, double[]> sums = new TreeMap<>();

  /** Adds a sum of {@code weight} values. */
  void add(long user, double sum, double weight) {
    double[] known = sums.computeIfAbsent(user, u -> new double[2]);
    known[0] += sum;
    known[1] += weight;
  }

  void add(PerUser other) {
    other.sums.forEach((user, sum) -> add(user, sum[0], sum[1]));
  }

  /** Each user's mean, by ascending user. */
  double[] means() {
    return sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray();
  }
}
