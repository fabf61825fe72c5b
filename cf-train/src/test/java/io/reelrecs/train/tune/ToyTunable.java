package io.reelrecs.train.tune;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Toy;
import io.reelrecs.train.ratings.RatingTable;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Predicts the ratings of {@link #ratings}, less exactly the further its point is from the best.
 */
final class ToyTunable implements Tunable {

  /** The best point is x = 30, n = 7. */
  static final SearchSpace SPACE =
      new SearchSpace(
          List.of(Dimension.log("x", 0.1, 1000, "1"), Dimension.integer("n", 0, 20, "15")));

  private final SearchSpace space;
  private final ToDoubleFunction<Point> error;

  /** The sizes of all tables that were trained on. */
  final Set<Integer> tableSizes = ConcurrentHashMap.newKeySet();

  /** How many points became contenders and were trained. */
  final AtomicInteger trained = new AtomicInteger();

  ToyTunable(SearchSpace space, ToDoubleFunction<Point> error) {
    this.space = space;
    this.error = error;
  }

  /** One whose error is the distance to the best point. */
  static ToyTunable smooth() {
    return new ToyTunable(SPACE, ToyTunable::distance);
  }

  static double distance(Point point) {
    double x = Math.log10(Double.parseDouble(point.values().get("x")) / 30);
    double n = (Double.parseDouble(point.values().get("n")) - 7) / 10;
    return Math.sqrt(x * x + n * n) / 4;
  }

  /** A third of all pairs, 2 to 4 stars by {@link #stars}. */
  static RatingTable ratings(int users) {
    RatingTable.Builder table = RatingTable.builder();
    for (int user = 1; user <= users; user++) {
      for (int movie = user % 3; movie < 30; movie += 3) {
        table.add(user, movie, (float) stars(user, movie), 0);
      }
    }
    return table.build();
  }

  private static double stars(long user, long movie) {
    return 2 + (user * movie / 7 + movie) % 3;
  }

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public SearchSpace space() {
    return space;
  }

  @Override
  public Contender at(Point point) {
    double wrong = error.applyAsDouble(point);
    Toy toy =
        new Toy(
            point.text(),
            (user, movie) -> stars(user, movie) + ((user + movie) % 2 == 0 ? wrong : -wrong));
    return new Contender() {
      @Override
      public String name() {
        return toy.name();
      }

      @Override
      public Scorer train(RatingTable ratings) {
        trained.incrementAndGet();
        tableSizes.add(ratings.size());
        return toy.train(ratings);
      }
    };
  }
}
