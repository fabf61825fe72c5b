package io.reelrecs.core.score;

import io.reelrecs.core.model.Learned;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.score.Explanation.Influence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scoring rules of the design and of the Javadoc, written down with maps and loops: slow and
 * plain.
 */
final class NaiveScorer {

  private final Model model;

  /** By row, the ratings by column. */
  private final List<Map<Integer, Double>> rows = new ArrayList<>();

  private final NaiveRanking ranking;

  NaiveScorer(Model model) {
    this.model = model;
    for (int user = 0; user < model.users().size(); user++) {
      Map<Integer, Double> row = new TreeMap<>();
      for (int p = model.ratings().rowStart(user); p < model.ratings().rowEnd(user); p++) {
        row.put(model.ratings().movieAt(p), (double) model.ratings().ratingAt(p));
      }
      rows.add(row);
    }
    ranking = new NaiveRanking(model, rows);
  }

  NaiveUser user(long id) {
    int index = model.users().indexOf(id);
    return index < 0
        ? new NaiveUser(-1, false, 0, Map.of())
        : new NaiveUser(index, true, model.baseline().userBias(index), rows.get(index));
  }

  NaiveUser user(Map<Long, Double> rated) {
    Map<Integer, Double> ratings = new TreeMap<>();
    double sum = 0;
    for (Map.Entry<Long, Double> entry : new TreeMap<>(rated).entrySet()) {
      int movie = model.movies().indexOf(entry.getKey());
      if (anybodyRated(movie)) {
        double rating = entry.getValue().floatValue();
        ratings.put(movie, rating);
        sum += rating - model.baseline().mean() - model.baseline().movieBias(movie);
      }
    }
    boolean known = !ratings.isEmpty();
    double bias = known ? sum / (model.baseline().userRegularization() + ratings.size()) : 0;
    return new NaiveUser(-1, known, bias, ratings);
  }

  boolean anybodyRated(int movie) {
    return rows.stream().anyMatch(row -> row.containsKey(movie));
  }

  double baseline(NaiveUser user, int movie) {
    double movieBias = anybodyRated(movie) ? model.baseline().movieBias(movie) : 0;
    return model.baseline().mean() + user.bias() + movieBias;
  }

  Score score(NaiveUser user, long movieId) {
    int movie = model.movies().indexOf(movieId);
    if (anybodyRated(movie)) {
      NaivePrediction prediction = prediction(user, movie);
      return prediction.support() > 0
          ? finish(prediction.rating(), ScoreSource.NEIGHBORS, prediction.support())
          : finish(baseline(user, movie), ScoreSource.MOVIE_BASELINE, 0);
    }
    return finish(
        baseline(user, movie),
        user.known() ? ScoreSource.USER_BASELINE : ScoreSource.GLOBAL_MEAN,
        0);
  }

  private NaivePrediction prediction(NaiveUser user, int movie) {
    Learned learned = model.learned();
    if (learned.users().isEmpty() && learned.movies().isEmpty()) {
      return new NaiveNeighbors(model, rows).predict(user, movie);
    }
    return new NaiveRegression(model, rows).predict(user, movie, baseline(user, movie));
  }

  private Score finish(double predicted, ScoreSource source, int support) {
    double lo = model.ratings().scale().lo();
    double hi = model.ratings().scale().hi();
    double within = Math.min(hi, Math.max(lo, predicted));
    double value = lo == hi ? 0.5 : (within - lo) / (hi - lo);
    return new Score(value, within, source, support);
  }

  double relevance(NaiveUser user, long movieId) {
    int movie = model.movies().indexOf(movieId);
    if (model.learned().ranking() instanceof Ranking.ByPrediction) {
      return score(user, movieId).value();
    }
    return movie < 0 ? 0 : ranking.relevance(user, movie);
  }

  /** Whose ratings make the rating, by "user" or "movie" and id. */
  Map<String, Influence> ratingInfluences(NaiveUser user, long movieId) {
    int movie = model.movies().indexOf(movieId);
    return anybodyRated(movie) ? prediction(user, movie).influences() : Map.of();
  }

  /** Whose ratings make the relevance, likewise. */
  Map<String, Influence> relevanceInfluences(NaiveUser user, long movieId) {
    int movie = model.movies().indexOf(movieId);
    return movie < 0 ? Map.of() : ranking.influences(user, movie);
  }
}
