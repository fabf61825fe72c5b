package io.reelrecs.train.regression;

import io.reelrecs.train.parallel.Workers;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * The similarity of all pairs of things: {@code K(a,b) = x_a x_b sum e_a e_b + countWeight c_a c_b
 * n_ab}, with {@code x_a = 1 / sqrt(sum e_a^2 + shrinkage)} and {@code c_a = 1 / sqrt(n_a)}.
 *
 * <p>Row by row: the products of a thing's residuals with those of all before it are scattered into
 * one array, and their number into another, both small enough for the first-level cache. Cost: one
 * step for each pair of things in each system.
 */
final class Similarity {

  private final Side side;
  private final float countWeight;
  private final float[] scale;
  private final float[] countScale;

  Similarity(Side side, double shrinkage, double countWeight) {
    this.side = side;
    this.countWeight = (float) countWeight;
    Lines lines = side.compared();
    scale = new float[lines.count()];
    countScale = new float[lines.count()];
    for (int a = 0; a < lines.count(); a++) {
      double squares = 0;
      for (int p = lines.start()[a]; p < lines.start()[a + 1]; p++) {
        squares += (double) lines.value()[p] * lines.value()[p];
      }
      scale[a] = (float) (1 / Math.sqrt(squares + shrinkage));
      countScale[a] = (float) (1 / Math.sqrt(Math.max(lines.length(a), 1)));
    }
  }

  /** x, for each thing; not to be changed. */
  float[] scale() {
    return scale;
  }

  /** c, for each thing; not to be changed. */
  float[] countScale() {
    return countScale;
  }

  /** Sums over the systems of one thing, one for each other thing. */
  private static final class Sums {

    private final float[] products;
    private final float[] counts;

    Sums(int things) {
      products = new float[things];
      counts = new float[things];
    }
  }

  /** The similarities of each thing to those before it and to itself. */
  float[][] triangle(Workers workers, Effort effort) throws InterruptedException {
    return compute(row -> row + 1, workers, effort);
  }

  /** All similarities. */
  float[][] whole(Workers workers, Effort effort) throws InterruptedException {
    float[][] rows = compute(row -> scale.length, workers, effort);
    Symmetric.mirror(rows, workers);
    return rows;
  }

  private float[][] compute(IntUnaryOperator length, Workers workers, Effort effort)
      throws InterruptedException {
    float[][] rows = new float[scale.length][];
    workers.forEach(
        rows.length,
        () -> new Sums(rows.length),
        (a, sums) -> {
          rows[a] = new float[length.applyAsInt(a)];
          long steps = sum(a, sums);
          combine(a, rows[a], sums);
          effort.add(2 * steps - side.compared().length(a)); // pairs in any order
        });
    return rows;
  }

  /** Sums over all systems of a thing, for those before it and itself; returns the steps taken. */
  private long sum(int a, Sums sums) {
    Arrays.fill(sums.products, 0, a + 1, 0);
    Arrays.fill(sums.counts, 0, a + 1, 0);
    Lines lines = side.compared();
    long steps = 0;
    for (int p = lines.start()[a]; p < lines.start()[a + 1]; p++) {
      int from = side.systems().start()[lines.index()[p]];
      int to = side.place()[p] + 1;
      scatter(sums, from, to, lines.value()[p]);
      steps += to - from;
    }
    return steps;
  }

  private void scatter(Sums sums, int from, int to, float residual) {
    int[] index = side.systems().index();
    float[] value = side.systems().value();
    float[] products = sums.products;
    float[] counts = sums.counts;
    for (int p = from; p < to; p++) {
      int b = index[p];
      products[b] += residual * value[p];
      counts[b]++;
    }
  }

  private void combine(int a, float[] row, Sums sums) {
    float own = scale[a];
    float ownCount = countWeight * countScale[a];
    float[] products = sums.products;
    float[] counts = sums.counts;
    for (int b = 0; b <= a; b++) {
      row[b] = products[b] * own * scale[b] + counts[b] * ownCount * countScale[b];
    }
  }
}
