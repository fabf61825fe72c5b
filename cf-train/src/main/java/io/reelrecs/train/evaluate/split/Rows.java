package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.RatingTable;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Parts of a table. Stateless. */
final class Rows {

  private Rows() {}

  /**
   * The table without ratings that their user replaced: of several ratings of a movie by a user the
   * one with the latest timestamp stays, of those the last one, and it stays in its place. The same
   * rule as in training, so that no pair can be both trained on and asked for.
   */
  static RatingTable settled(RatingTable table) {
    PairSet pairs = new PairSet(table.size());
    int[] kept = new int[table.size()];
    for (int i = 0; i < table.size(); i++) {
      int known = pairs.size();
      int pair = pairs.add(table.userAt(i), table.movieAt(i));
      if (pair == known || table.timestampAt(i) >= table.timestampAt(kept[pair])) {
        kept[pair] = i;
      }
    }
    if (pairs.size() == table.size()) {
      return table;
    }
    int[] rows = Arrays.copyOf(kept, pairs.size());
    Arrays.sort(rows);
    RatingTable.Builder settled = RatingTable.builder();
    for (int row : rows) {
      add(settled, table, row);
    }
    return settled.build();
  }

  /** The rows that pass, in the order of the table. */
  static RatingTable where(RatingTable table, IntPredicate passes) {
    RatingTable.Builder rows = RatingTable.builder();
    for (int i = 0; i < table.size(); i++) {
      if (passes.test(i)) {
        add(rows, table, i);
      }
    }
    return rows.build();
  }

  static void add(RatingTable.Builder to, RatingTable from, int row) {
    to.add(from.userAt(row), from.movieAt(row), from.ratingAt(row), from.timestampAt(row));
  }

  /** The numbers {@code 0 .. size - 1} in that order. */
  static int[] numbers(int size) {
    int[] numbers = new int[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = i;
    }
    return numbers;
  }
}
