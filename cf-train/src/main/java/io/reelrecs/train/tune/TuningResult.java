package io.reelrecs.train.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What came of a search. All but the seconds is the same each time.
 *
 * @param protocol what was held out, in words
 * @param objective what was made better
 * @param shares for each rung the share of the users
 * @param trials all trials, by rung and then candidate
 */
public record TuningResult(
    String protocol, Objective objective, List<Double> shares, List<Trial> trials) {

  /** Copies the lists. */
  public TuningResult {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(objective, "objective");
    shares = List.copyOf(shares);
    trials = List.copyOf(trials);
  }

  /**
   * The last trial of each candidate, best first: those that came further before others, then by
   * value, failures last; the lower candidate where they are equal, so that the defaults lose only
   * to what is better.
   */
  public List<Trial> ranking() {
    Map<Integer, Trial> last = new LinkedHashMap<>();
    trials.forEach(trial -> last.put(trial.candidate(), trial));
    List<Trial> ranking = new ArrayList<>(last.values());
    ranking.sort(
        Comparator.comparing((Trial trial) -> -trial.rung()).thenComparing(order(objective)));
    return ranking;
  }

  /** The best on the last rung; the defaults where nothing is better than they are. */
  public Trial winner() {
    return ranking().get(0);
  }

  /** The defaults on the last rung. */
  public Trial defaults() {
    return trials.stream()
        .filter(trial -> trial.rung() == shares.size() && trial.candidate() == 0)
        .findFirst()
        .orElseThrow();
  }

  /** Whether something is better than the defaults. */
  public boolean beatsDefaults() {
    return winner().candidate() != 0;
  }

  /**
   * By how much the winner is better than the defaults, both on the last rung: 0 or more. Since it
   * is the best of many, it looks somewhat better than it is. Empty if the defaults failed.
   */
  public OptionalDouble gain() {
    return defaults().failed()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            objective.gain(winner().value().getAsDouble(), defaults().value().getAsDouble()));
  }

  /** Best first among trials of one rung. */
  static Comparator<Trial> order(Objective objective) {
    return Comparator.comparing(Trial::failed)
        .thenComparing(
            (a, b) ->
                a.failed() || b.failed()
                    ? 0
                    : Double.compare(
                        objective.gain(b.value().getAsDouble(), a.value().getAsDouble()), 0))
        .thenComparing(Trial::candidate);
  }
}
