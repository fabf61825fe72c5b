package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.RatingTable;
import java.util.Objects;

/**
 * k-fold cross-validation: every rating is tested once, by a model that was trained on the other
 * folds.
 *
 * <p>The assignment: ratings that their user replaced are left out (see below); the rest are
 * numbered {@code 0 .. n-1} in file order; the array of these numbers is brought into random order
 * by {@code new SplitMix64(seed).shuffle}, a Fisher-Yates shuffle from the last place down; and the
 * rating at position {@code p} of the outcome belongs to fold {@code p mod k}. Both sides of a fold
 * keep file order.
 *
 * <p>Of several ratings of a movie by one user, the one with the latest timestamp stays, and of
 * those the last: else a pair could be in a fold's training part and in its test part.
 *
 * <p>Immutable and thread-safe; keeps 4 bytes a rating beside the table.
 */
public final class KFold implements Splits {

  private final RatingTable ratings;
  private final int[] fold;
  private final int folds;
  private final long seed;

  private KFold(RatingTable ratings, int[] fold, int folds, long seed) {
    this.ratings = ratings;
    this.fold = fold;
    this.folds = folds;
    this.seed = seed;
  }

  /**
   * The folds of these ratings.
   *
   * @param ratings at least as many ratings of different pairs as there are folds
   * @param folds at least 2
   * @param seed any number
   * @throws IllegalArgumentException if there are too few folds or ratings
   */
  public static KFold of(RatingTable ratings, int folds, long seed) {
    if (folds < 2) {
      throw new IllegalArgumentException("folds must be >= 2, actual: " + folds);
    }
    RatingTable settled = Rows.settled(ratings);
    if (settled.size() < folds) {
      throw new IllegalArgumentException(
          "folds must be <= the number of ratings, " + settled.size() + ", actual: " + folds);
    }
    int[] order = Rows.numbers(settled.size());
    new SplitMix64(seed).shuffle(order);
    int[] fold = new int[order.length];
    for (int p = 0; p < order.length; p++) {
      fold[order[p]] = p % folds;
    }
    return new KFold(settled, fold, folds, seed);
  }

  @Override
  public String describe() {
    return folds + "-fold, seed " + seed;
  }

  @Override
  public int size() {
    return folds;
  }

  @Override
  public Split split(int i) {
    Objects.checkIndex(i, folds);
    return new Split(
        "fold " + (i + 1),
        Rows.where(ratings, row -> fold[row] != i),
        Rows.where(ratings, row -> fold[row] == i));
  }
}
