package io.reelrecs.train.regression;

import java.util.Arrays;

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

  /** Sums over the systems of one thing, each of another. */
  static final class Sums {

    private final float[] products;
    private final float[] counts;

    Sums(int things) {
      products = new float[things];
      counts = new float[things];
    }
  }

  /** A place to take sums in, for one thread. */
  Sums newSums() {
    return new Sums(scale.length);
  }

  /** Fills {@code row[0 .. a]} with the similarities of {@code a} to all before it and itself. */
  void fill(int a, float[] row, Sums sums) {
    Lines lines = side.compared();
    for (int p = lines.start()[a]; p < lines.start()[a + 1]; p++) {
      int from = side.systems().start()[lines.index()[p]];
      scatter(sums, from, side.place()[p] + 1, lines.value()[p]);
    }
    combine(a, row, sums);
    Arrays.fill(sums.products, 0, a + 1, 0);
    Arrays.fill(sums.counts, 0, a + 1, 0);
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
