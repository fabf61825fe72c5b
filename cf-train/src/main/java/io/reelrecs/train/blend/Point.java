package io.reelrecs.train.blend;

import io.reelrecs.core.score.BlendWeights;
import java.util.ArrayList;
import java.util.List;

/**
 * Five weights in whole hundredths that sum to 1: exact, comparable, and short to write.
 *
 * @param hundredths in the order of {@link BlendWeights}, none negative; never changed
 */
record Point(List<Integer> hundredths) {

  private static final int WHOLE = 100;
  private static final int WEIGHTS = 5;

  /** The weights that a server has unless it is told otherwise. */
  static final Point DEFAULT = new Point(List.of(40, 25, 20, 10, 5));

  /** All points whose weights are multiples of a step that divides 100, in a fixed order. */
  static List<Point> grid(int step) {
    List<Point> grid = new ArrayList<>();
    addGrid(List.of(), WHOLE, step, grid);
    return grid;
  }

  private static void addGrid(List<Integer> first, int rest, int step, List<Point> grid) {
    if (first.size() == WEIGHTS - 1) {
      grid.add(new Point(append(first, rest)));
      return;
    }
    for (int weight = rest; weight >= 0; weight -= step) {
      addGrid(append(first, weight), rest - weight, step, grid);
    }
  }

  private static List<Integer> append(List<Integer> first, int weight) {
    List<Integer> longer = new ArrayList<>(first);
    longer.add(weight);
    return List.copyOf(longer);
  }

  /** All points that come of moving a step from one weight to another, in a fixed order. */
  List<Point> neighbors(int step) {
    List<Point> neighbors = new ArrayList<>();
    for (int from = 0; from < WEIGHTS; from++) {
      for (int to = 0; to < WEIGHTS; to++) {
        if (from != to && hundredths.get(from) >= step) {
          List<Integer> moved = new ArrayList<>(hundredths);
          moved.set(from, moved.get(from) - step);
          moved.set(to, moved.get(to) + step);
          neighbors.add(new Point(List.copyOf(moved)));
        }
      }
    }
    return neighbors;
  }

  BlendWeights weights() {
    return new BlendWeights(weight(0), weight(1), weight(2), weight(3), weight(4));
  }

  private double weight(int i) {
    return hundredths.get(i) / (double) WHOLE;
  }
}
