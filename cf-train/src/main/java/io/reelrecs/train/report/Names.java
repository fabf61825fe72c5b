package io.reelrecs.train.report;

import io.reelrecs.core.score.ScoreSource;
import io.reelrecs.train.evaluate.Measure;
import io.reelrecs.train.evaluate.Metric;

/** What metrics are called on the page, and what they mean in a line. Stateless. */
final class Names {

  private Names() {}

  /** The name of a metric: "RMSE", "nDCG@10". */
  static String of(Metric metric) {
    return of(metric.measure()) + (metric.measure().isCut() ? "@" + metric.k() : "");
  }

  /** The name of a measure: "nDCG". */
  static String of(Measure measure) {
    return switch (measure) {
      case RMSE -> "RMSE";
      case MAE -> "MAE";
      case NDCG -> "nDCG";
      case MAP -> "MAP";
      case MRR -> "MRR";
      default -> measure.label().replace('-', ' ');
    };
  }

  /** Which way a measure is better, in a word; empty where it is neither. */
  static String direction(Measure measure) {
    return switch (measure.better()) {
      case LOWER -> "lower is better";
      case HIGHER -> "higher is better";
      case NEITHER -> "";
    };
  }

  /** The same as an arrow; empty where it is neither. */
  static String arrow(Measure measure) {
    return switch (measure.better()) {
      case LOWER -> "↓";
      case HIGHER -> "↑";
      case NEITHER -> "";
    };
  }

  /** What a measure says. */
  static String meaning(Measure measure) {
    return switch (measure) {
      case RMSE ->
          "root of the mean squared error of the predicted ratings; large errors weigh more";
      case MAE -> "mean absolute error of the predicted ratings";
      case NEIGHBOR_COVERAGE ->
          "share of the test ratings that neighbors had something to say about";
      case NDCG -> "how high up the hits stand in the first k, 1 where all are at the top";
      case RECALL -> "share of a user's hits that are among the first k";
      case PRECISION -> "share of the first k that are hits";
      case HIT_RATE -> "share of the users with at least one hit among the first k";
      case MAP -> "mean over the hits' ranks of the precision up to there";
      case MRR -> "mean of 1 / rank of the first hit";
      case CATALOG_COVERAGE -> "share of the movies that are in anybody's first k";
      case POPULARITY -> "mean popularity of the first k: the share of movies with fewer ratings";
      case AVERAGE_RATINGS -> "mean number of training ratings of the first k";
      case GINI -> "how unevenly the lists use the movies: 0 all alike, near 1 a few take all";
      case TEST_POPULARITY -> "mean popularity of the hits themselves, to compare popularity with";
    };
  }

  /** Where an answer comes from. */
  static String of(ScoreSource source) {
    return switch (source) {
      case NEIGHBORS -> "neighbors";
      case MOVIE_BASELINE -> "the movie's average";
      case USER_BASELINE -> "the user's average";
      case GLOBAL_MEAN -> "the mean of all ratings";
    };
  }
}
