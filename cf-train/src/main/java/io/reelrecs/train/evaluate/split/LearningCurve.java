package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.List;

/**
 * One test part, and growing shares of one training part to train on: what more data is worth.
 *
 * <p>The training ratings are numbered in their order, the numbers shuffled by {@code new
 * SplitMix64(seed).shuffle}, and share {@code f} is the ratings at the first {@code round(f n)}
 * positions, at least one, in the order of the training part: each share contains the smaller ones,
 * and share 1 is the training part itself.
 *
 * <p>Evaluate it like any other splits; split {@code i} of the result is point {@code i} of the
 * curve, and the mean over its splits says nothing. Immutable and thread-safe.
 */
public final class LearningCurve implements Splits {

  private final Split whole;
  private final List<Double> fractions;
  private final int[] position;

  private LearningCurve(Split whole, List<Double> fractions, int[] position) {
    this.whole = whole;
    this.fractions = fractions;
    this.position = position;
  }

  /**
   * The curve of a split.
   *
   * @param fractions shares of the training part, each in {@code (0, 1]}; at least one
   * @param seed any number
   * @throws IllegalArgumentException if a fraction is out of range or there is none
   */
  public static LearningCurve of(Split whole, List<Double> fractions, long seed) {
    if (fractions.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one fraction");
    }
    for (double fraction : fractions) {
      if (!(fraction > 0 && fraction <= 1)) {
        throw new IllegalArgumentException("fraction must be in (0, 1], actual: " + fraction);
      }
    }
    int[] order = Rows.numbers(whole.train().size());
    new SplitMix64(seed).shuffle(order);
    int[] position = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      position[order[p]] = p;
    }
    return new LearningCurve(whole, List.copyOf(fractions), position);
  }

  /** The shares, in the order of the splits. */
  public List<Double> fractions() {
    return fractions;
  }

  @Override
  public String describe() {
    return "learning curve of " + whole.name();
  }

  @Override
  public int size() {
    return fractions.size();
  }

  @Override
  public Split split(int i) {
    double fraction = fractions.get(i);
    int count = Math.max(1, Fraction.of(fraction, position.length));
    RatingTable share = Rows.where(whole.train(), row -> position[row] < count);
    return new Split(
        whole.name() + ", " + fraction + " of the training part",
        share,
        whole.test(),
        whole.relevance(),
        whole.candidates());
  }
}
