package io.reelrecs.train;

import io.reelrecs.train.Parameter.Affects;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.tune.Dimension;
import io.reelrecs.train.tune.Objective;
import io.reelrecs.train.tune.Point;
import io.reelrecs.train.tune.SearchSpace;
import io.reelrecs.train.tune.Tunable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An algorithm whose parameters are searched: those that change what is measured. The others stay
 * as they are, since whatever a search took for them would be chance.
 *
 * @param start the recipe that the search sets out from; its values are the defaults of the search
 * @param objective what is made better
 * @param space the parameters that are searched
 */
public record AlgorithmTunable(Recipe start, Objective objective, SearchSpace space)
    implements Tunable {

  /**
   * All parameters of an algorithm that change what is measured.
   *
   * @throws IllegalArgumentException if there are none, or one has a value that cannot be searched
   */
  public static AlgorithmTunable of(Recipe start, Objective objective) {
    Optional<Affects> affects = affects(start, objective);
    List<Dimension> dimensions =
        start.algorithm().parameters().stream()
            .filter(parameter -> affects.equals(Optional.of(parameter.affects())))
            .flatMap(parameter -> parameter.search().stream())
            .toList();
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException(
          "algorithm must be one with parameters that change "
              + objective.metric().label()
              + ", actual: "
              + start.text());
    }
    SearchSpace all = new SearchSpace(dimensions);
    TreeMap<String, String> from = new TreeMap<>(start.values());
    from.keySet().retainAll(all.defaults().values().keySet());
    return new AlgorithmTunable(start, objective, all.from(from));
  }

  /** What changes the objective; nothing where recommendations go by what has no parameters. */
  private static Optional<Affects> affects(Recipe start, Objective objective) {
    if (!objective.isRanking()) {
      return Optional.of(Affects.PREDICTIONS);
    }
    String ranking = start.values().get(Parameters.RANKING);
    if (ranking == null) {
      boolean ranks =
          start.algorithm().parameters().stream()
              .anyMatch(parameter -> parameter.affects() == Affects.RECOMMENDATIONS);
      return Optional.of(ranks ? Affects.RECOMMENDATIONS : Affects.PREDICTIONS);
    }
    return switch (ranking) {
      case Parameters.PREDICTION -> Optional.of(Affects.PREDICTIONS);
      case Parameters.NEIGHBORS -> Optional.of(Affects.RECOMMENDATIONS);
      default -> Optional.empty();
    };
  }

  /**
   * This with some of its parameters only.
   *
   * @throws IllegalArgumentException if a name is not among them; says which are
   */
  public AlgorithmTunable only(Collection<String> names) {
    return new AlgorithmTunable(start, objective, space.only(names));
  }

  /** The recipe with the values of a point. */
  public Recipe recipe(Point point) {
    Recipe recipe = start;
    for (Map.Entry<String, String> value : point.values().entrySet()) {
      recipe = recipe.with(value.getKey(), value.getValue());
    }
    return recipe;
  }

  @Override
  public String name() {
    return start.text() + ", reelrecs " + Version.current();
  }

  /** Where predicted ratings are measured, no time is spent on learning what to recommend. */
  @Override
  public Contender at(Point point) {
    Recipe recipe = recipe(point);
    AlgorithmContender contender = new AlgorithmContender(recipe);
    return objective.isRanking() ? contender : contender.forPredictions();
  }
}
