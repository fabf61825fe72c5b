package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Explanation.Influence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The formulas of {@link Ranking}. Nearest users are found by full sorts, without thresholds. */
final class NaiveRanking {

  private final Model model;
  private final Ranking ranking;
  private final List<Set<Integer>> positives = new ArrayList<>();
  private final Map<NaiveUser, Map<Integer, Double>> reverseNeighbors = new HashMap<>();

  NaiveRanking(Model model, List<Map<Integer, Double>> rows) {
    this.model = model;
    ranking = model.learned().ranking();
    for (Map<Integer, Double> row : rows) {
      positives.add(positives(row));
    }
  }

  private Set<Integer> positives(Map<Integer, Double> ratings) {
    Set<Integer> set = new HashSet<>();
    ratings.forEach(
        (movie, rating) -> {
          if (rating >= ranking.positiveFrom()) {
            set.add(movie);
          }
        });
    return set;
  }

  /** For any ranking but that by prediction. */
  double relevance(NaiveUser user, int movie) {
    boolean personal =
        !(ranking instanceof Ranking.ByPopularity) && !positives(user.ratings()).isEmpty();
    return personal
        ? influences(user, movie).values().stream().mapToDouble(Influence::contribution).sum()
        : popularity(movie);
  }

  private long popularity(int movie) {
    return positives.stream().filter(set -> set.contains(movie)).count();
  }

  Map<String, Influence> influences(NaiveUser user, int movie) {
    Map<String, Influence> influences = new HashMap<>();
    if (ranking instanceof Ranking.ByLinearModel linear) {
      for (int j : positives(user.ratings())) {
        double rating = user.ratings().get(j);
        double similarity = linear.weights().at(j, movie);
        if (similarity != 0) {
          long id = model.movies().idAt(j);
          double contribution = weight(linear, rating) * similarity;
          influences.put("movie " + id, new Influence(id, similarity, rating, contribution));
        }
      }
    } else if (ranking instanceof Ranking.ByNeighbors neighbors) {
      double all = positives.stream().mapToInt(Set::size).sum();
      double popularity = popularity(movie) / (all / model.movies().size());
      Map<Integer, Double> reverse =
          reverseNeighbors.computeIfAbsent(user, u -> reverseNeighbors(u, neighbors.k()));
      for (int v : reverse.keySet()) {
        if (positives.get(v).contains(movie)) {
          double cosine = reverse.get(v);
          long id = model.users().idAt(v);
          double contribution =
              Math.pow(popularity, -neighbors.popularityExponent())
                  * Math.pow(cosine, neighbors.similarityExponent());
          influences.put("user " + id, new Influence(id, cosine, Double.NaN, contribution));
        }
      }
    }
    return influences;
  }

  /** From {@code lowestWeight} at {@code positiveFrom} in a straight line to 1 at the top. */
  private double weight(Ranking.ByLinearModel linear, double rating) {
    double hi = model.ratings().scale().hi();
    double share =
        hi == linear.positiveFrom()
            ? 1
            : (rating - linear.positiveFrom()) / (hi - linear.positiveFrom());
    return linear.lowestWeight() + (1 - linear.lowestWeight()) * share;
  }

  /** Those who count the user among their nearest and have something in common, and how much. */
  private Map<Integer, Double> reverseNeighbors(NaiveUser user, int k) {
    Map<Integer, Double> reverse = new HashMap<>();
    for (int v = 0; v < positives.size(); v++) {
      double cosine = cosine(positives(user.ratings()), positives.get(v));
      if (cosine > 0 && isNearestOf(user, v, k)) {
        reverse.put(v, cosine);
      }
    }
    return reverse;
  }

  /**
   * Whether a user is among the k nearest of v, of all others in the model; one who is not in the
   * model stands behind them.
   */
  private boolean isNearestOf(NaiveUser user, int v, int k) {
    if (user.index() == v) {
      return false;
    }
    int me = user.index() < 0 ? positives.size() : user.index();
    Map<Integer, Double> similarities = new HashMap<>();
    for (int other = 0; other < positives.size(); other++) {
      if (other != v) {
        similarities.put(other, cosine(positives.get(other), positives.get(v)));
      }
    }
    similarities.put(me, cosine(positives(user.ratings()), positives.get(v)));
    List<Integer> sorted = new ArrayList<>(similarities.keySet());
    sorted.sort(
        Comparator.comparingDouble((Integer other) -> -similarities.get(other))
            .thenComparing(Comparator.naturalOrder()));
    return sorted.indexOf(me) < k;
  }

  private static double cosine(Set<Integer> a, Set<Integer> b) {
    Set<Integer> common = new HashSet<>(a);
    common.retainAll(b);
    return common.isEmpty() ? 0 : common.size() / Math.sqrt((double) a.size() * b.size());
  }
}
