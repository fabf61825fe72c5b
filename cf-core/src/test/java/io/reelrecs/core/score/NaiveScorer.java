package io.reelrecs.core.score;

import io.reelrecs.core.model.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scoring rules of the design, written down with maps and loops: slow and plain. */
final class NaiveScorer {

  private final Model model;

  /** Rating by movie id, by user id; without the users and movies that have none. */
  private final Map<Long, Map<Long, Double>> ratings = new TreeMap<>();

  NaiveScorer(Model model) {
    this.model = model;
    for (int user = 0; user < model.users().size(); user++) {
      Map<Long, Double> row = new TreeMap<>();
      for (int p = model.ratings().rowStart(user); p < model.ratings().rowEnd(user); p++) {
        row.put(
            model.movies().idAt(model.ratings().movieAt(p)), (double) model.ratings().ratingAt(p));
      }
      ratings.put(model.users().idAt(user), row);
    }
  }

  Score score(long userId, long movieId) {
    boolean knownUser = ratings.containsKey(userId);
    boolean ratedMovie = ratings.values().stream().anyMatch(row -> row.containsKey(movieId));
    double numerator = 0;
    double denominator = 0;
    int support = 0;
    if (knownUser) {
      int row = model.users().indexOf(userId);
      for (int rank = 0; rank < model.neighbors().degree(row); rank++) {
        long neighbor = model.users().idAt(model.neighbors().neighbor(row, rank));
        double similarity = model.neighbors().similarity(row, rank);
        Double rating = ratings.get(neighbor).get(movieId);
        if (rating != null && similarity > 0) {
          numerator += similarity * rating;
          denominator += similarity;
          support++;
        }
      }
    }
    if (support > 0) {
      return finish(numerator / denominator, ScoreSource.NEIGHBORS, support);
    }
    double mean = model.baseline().mean();
    double user = knownUser ? model.baseline().userBias(model.users().indexOf(userId)) : 0;
    if (ratedMovie) {
      double movie = model.baseline().movieBias(model.movies().indexOf(movieId));
      return finish(mean + user + movie, ScoreSource.MOVIE_BASELINE, 0);
    }
    return finish(mean + user, knownUser ? ScoreSource.USER_BASELINE : ScoreSource.GLOBAL_MEAN, 0);
  }

  private Score finish(double predicted, ScoreSource source, int support) {
    double lo = model.ratings().scale().lo();
    double hi = model.ratings().scale().hi();
    double within = Math.min(hi, Math.max(lo, predicted));
    double value = lo == hi ? 0.5 : (within - lo) / (hi - lo);
    return new Score(value, within, source, support);
  }

  List<Recommendation> recommend(long userId, int n) {
    Map<Long, Double> rated = ratings.getOrDefault(userId, Map.of());
    List<Recommendation> all = new ArrayList<>();
    for (long movieId : model.movies().toArray()) {
      boolean anybody = ratings.values().stream().anyMatch(row -> row.containsKey(movieId));
      if (!rated.containsKey(movieId) && anybody) {
        Score score = score(userId, movieId);
        all.add(new Recommendation(movieId, score, score.value()));
      }
    }
    all.sort(
        Comparator.comparingDouble((Recommendation r) -> r.score().value())
            .reversed()
            .thenComparingLong(Recommendation::movieId));
    return all.subList(0, Math.min(n, all.size()));
  }
}
