package io.reelrecs.train.blend;

import io.reelrecs.core.score.FeatureRange;
import io.reelrecs.train.parallel.Parallel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Finds the weights that order requests best: a coarse grid over all weights that sum to 1, then
 * from its best points and from the default downhill in smaller and smaller steps, each of which
 * moves weight from one feature to another.
 *
 * <p>nDCG is a step function of the weights, so that there is no gradient to follow; five weights
 * are few enough to do without. Nothing is drawn at random: the same requests give the same
 * weights, and of equally good ones the first tried stays, the default before all others.
 */
final class WeightSearch {

  private static final int GRID_STEP = 20;
  private static final int[] STEPS = {10, 5, 2, 1};

  /** How many points of the grid are refined, beside the default. */
  private static final int REFINED = 3;

  /** The grid's share of the work as the listener is told it; about right. */
  private static final double GRID_SHARE = 0.3;

  private final List<BlendCase> cases;
  private final FeatureRange range;
  private final int threads;
  private final DoubleConsumer listener;
  private final Map<Point, Double> tried = new HashMap<>();

  WeightSearch(List<BlendCase> cases, FeatureRange range, int threads, DoubleConsumer listener) {
    this.cases = cases;
    this.range = range;
    this.threads = threads;
    this.listener = listener;
  }

  /** The best point that was found; its value is {@link #value} of it. */
  Point best() throws InterruptedException {
    List<Point> first = new ArrayList<>(List.of(Point.DEFAULT));
    first.addAll(Point.grid(GRID_STEP));
    tryAll(first, 0, GRID_SHARE);
    List<Point> ranked = new ArrayList<>(first);
    ranked.sort(Comparator.comparing(this::value).reversed()); // stable: of equals the first
    List<Point> starts = new ArrayList<>(List.of(Point.DEFAULT));
    ranked.stream().filter(p -> !p.equals(Point.DEFAULT)).limit(REFINED).forEach(starts::add);
    Point best = Point.DEFAULT;
    double share = (1 - GRID_SHARE) / starts.size();
    for (int i = 0; i < starts.size(); i++) {
      Point refined = refine(starts.get(i), GRID_SHARE + i * share, share);
      best = value(refined) > value(best) ? refined : best;
    }
    return best;
  }

  /** The mean nDCG of a point that was tried. */
  double value(Point point) {
    return tried.get(point);
  }

  /** How many different points were tried. */
  int tried() {
    return tried.size();
  }

  private Point refine(Point start, double done, double share) throws InterruptedException {
    Point best = start;
    for (int i = 0; i < STEPS.length; i++) {
      boolean better = true;
      while (better) {
        List<Point> neighbors = best.neighbors(STEPS[i]);
        tryAll(neighbors, done + i * share / STEPS.length, 0);
        Point before = best;
        for (Point neighbor : neighbors) {
          best = value(neighbor) > value(best) ? neighbor : best;
        }
        better = !best.equals(before);
      }
    }
    return best;
  }

  private void tryAll(List<Point> points, double done, double share) throws InterruptedException {
    List<Point> fresh =
        points.stream().filter(point -> !tried.containsKey(point)).distinct().toList();
    double[] values = new double[fresh.size()];
    AtomicInteger count = new AtomicInteger();
    Parallel.forEach(
        fresh.size(),
        threads,
        i -> {
          values[i] = mean(Order.blend(fresh.get(i).weights(), range));
          listener.accept(done + share * count.incrementAndGet() / fresh.size());
        });
    for (int i = 0; i < values.length; i++) {
      tried.put(fresh.get(i), values[i]);
    }
  }

  private double mean(Order order) {
    Judge judge = new Judge();
    double sum = 0;
    for (BlendCase each : cases) {
      sum += judge.ndcg(order, each);
    }
    return sum / cases.size();
  }
}
