package io.reelrecs.core.score;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.score.Explanation.Influence;
import io.reelrecs.core.topk.Neighbor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The mean of nearest neighbors' ratings, weighted by their similarity where it is positive. */
final class NaiveNeighbors {

  private final Model model;
  private final List<Map<Integer, Double>> rows;

  NaiveNeighbors(Model model, List<Map<Integer, Double>> rows) {
    this.model = model;
    this.rows = rows;
  }

  NaivePrediction predict(NaiveUser user, int movie) {
    double numerator = 0;
    double denominator = 0;
    int support = 0;
    List<Neighbor> neighbors = user.index() >= 0 ? stored(user.index()) : nearest(user.ratings());
    for (Neighbor neighbor : neighbors) {
      Double rating = rows.get(neighbor.index()).get(movie);
      if (rating != null && neighbor.similarity() > 0) {
        numerator += neighbor.similarity() * rating;
        denominator += neighbor.similarity();
        support++;
      }
    }
    Map<String, Influence> influences = new HashMap<>();
    for (Neighbor neighbor : neighbors) {
      Double rating = rows.get(neighbor.index()).get(movie);
      if (rating != null && neighbor.similarity() > 0) {
        long id = model.users().idAt(neighbor.index());
        double share = neighbor.similarity() / denominator;
        influences.put(
            "user " + id, new Influence(id, neighbor.similarity(), rating, share * rating));
      }
    }
    return new NaivePrediction(numerator / denominator, support, influences);
  }

  private List<Neighbor> stored(int row) {
    List<Neighbor> list = new ArrayList<>();
    for (int rank = 0; rank < model.neighbors().degree(row); rank++) {
      list.add(
          new Neighbor(
              model.neighbors().neighbor(row, rank), model.neighbors().similarity(row, rank)));
    }
    return list;
  }

  /** A full sort of all users by cosine. */
  private List<Neighbor> nearest(Map<Integer, Double> ratings) {
    if (ratings.isEmpty()) {
      return List.of();
    }
    List<Neighbor> all = new ArrayList<>();
    for (int other = 0; other < rows.size(); other++) {
      all.add(new Neighbor(other, cosine(vector(ratings), vector(rows.get(other)))));
    }
    all.sort(
        Comparator.comparingDouble((Neighbor n) -> -n.similarity())
            .thenComparingInt(Neighbor::index));
    return all.subList(0, Math.min(model.neighbors().k(), all.size()));
  }

  private Map<Integer, Double> vector(Map<Integer, Double> ratings) {
    double sum = ratings.values().stream().mapToDouble(r -> r).sum();
    double mean = model.missing() == MissingRating.USER_MEAN ? sum / ratings.size() : 0;
    Map<Integer, Double> vector = new TreeMap<>();
    ratings.forEach((movie, rating) -> vector.put(movie, rating - mean));
    return vector;
  }

  private static double cosine(Map<Integer, Double> a, Map<Integer, Double> b) {
    double dot = 0;
    for (Map.Entry<Integer, Double> entry : a.entrySet()) {
      dot += entry.getValue() * b.getOrDefault(entry.getKey(), 0.0);
    }
    double squares = squares(a) * squares(b);
    return squares > 0 ? dot / Math.sqrt(squares) : 0;
  }

  private static double squares(Map<Integer, Double> vector) {
    double sum = 0;
    for (double value : vector.values()) {
      sum += value * value;
    }
    return sum;
  }
}
