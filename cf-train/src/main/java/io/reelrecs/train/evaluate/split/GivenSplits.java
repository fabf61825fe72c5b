package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.RatingTable;
import java.util.List;

/**
 * Splits that somebody else made, such as {@code u1.base} and {@code u1.test} of MovieLens 100K.
 * Taken as they are; {@link Split#leaked} tells whether the two sides overlap.
 *
 * @param describe what they are, in words
 * @param all the splits, at least one
 */
public record GivenSplits(String describe, List<Split> all) implements Splits {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public GivenSplits {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("there must be at least one split");
    }
  }

  /** The only split: these to train on, those to test with. */
  public static GivenSplits of(RatingTable train, RatingTable test) {
    return new GivenSplits("given split", List.of(new Split("given split", train, test)));
  }

  @Override
  public int size() {
    return all.size();
  }

  @Override
  public Split split(int i) {
    return all.get(i);
  }
}
