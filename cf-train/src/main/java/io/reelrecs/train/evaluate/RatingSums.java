package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.ScoreSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that is kept of a contender's predictions. Filled in a fixed order, user by ascending user;
 * several splits are added up in theirs. Not thread-safe.
 */
final class RatingSums {

  private final ErrorSums all = new ErrorSums();
  private final ErrorSums[] byActivity = sums(Band.ACTIVITY);
  private final ErrorSums[] byPopularity = sums(Band.POPULARITY);
  private final Map<ScoreSource, Long> bySource = new EnumMap<>(ScoreSource.class);
  private final Calibration calibration;
  private final PerUser squaredErrors = new PerUser();

  RatingSums(double calibrationWidth) {
    calibration = new Calibration(calibrationWidth);
  }

  private static ErrorSums[] sums(List<Band> bands) {
    ErrorSums[] sums = new ErrorSums[bands.size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = new ErrorSums();
    }
    return sums;
  }

  /**
   * Adds a user's predictions.
   *
   * @param movies the movies
   * @param predicted the prediction for each
   * @param actual the rating of each
   * @param sources what each prediction rests on
   */
  void add(
      long user,
      TrainCounts counts,
      long[] movies,
      double[] predicted,
      float[] actual,
      ScoreSource[] sources) {
    ErrorSums ofUser = byActivity[Band.indexOf(Band.ACTIVITY, counts.ofUser(user))];
    ErrorSums own = new ErrorSums();
    for (int i = 0; i < movies.length; i++) {
      int popularity = Band.indexOf(Band.POPULARITY, counts.ofMovie(movies[i]));
      all.add(predicted[i], actual[i], sources[i]);
      own.add(predicted[i], actual[i], sources[i]);
      ofUser.add(predicted[i], actual[i], sources[i]);
      byPopularity[popularity].add(predicted[i], actual[i], sources[i]);
      bySource.merge(sources[i], 1L, Long::sum);
      calibration.add(predicted[i], actual[i]);
    }
    squaredErrors.add(user, own.squared(), movies.length);
  }

  void add(RatingSums other) {
    all.add(other.all);
    for (int i = 0; i < byActivity.length; i++) {
      byActivity[i].add(other.byActivity[i]);
    }
    for (int i = 0; i < byPopularity.length; i++) {
      byPopularity[i].add(other.byPopularity[i]);
    }
    other.bySource.forEach((source, count) -> bySource.merge(source, count, Long::sum));
    calibration.add(other.calibration);
    squaredErrors.add(other.squaredErrors);
  }

  Map<Metric, Double> metrics() {
    Map<Metric, Double> metrics = new LinkedHashMap<>();
    metrics.put(Metric.of(Measure.RMSE), all.rmse());
    metrics.put(Metric.of(Measure.MAE), all.mae());
    metrics.put(Metric.of(Measure.NEIGHBOR_COVERAGE), all.neighborShare());
    return metrics;
  }

  PerUser squaredErrors() {
    return squaredErrors;
  }

  RatingReport report() {
    Map<ScoreSource, Long> sources = new EnumMap<>(ScoreSource.class);
    for (ScoreSource source : ScoreSource.values()) {
      sources.put(source, bySource.getOrDefault(source, 0L));
    }
    return new RatingReport(
        all.count(),
        all.rmse(),
        all.mae(),
        sources,
        bands(Band.ACTIVITY, byActivity),
        bands(Band.POPULARITY, byPopularity),
        calibration.buckets());
  }

  private static List<ErrorBand> bands(List<Band> bands, ErrorSums[] sums) {
    List<ErrorBand> list = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      list.add(sums[i].band(bands.get(i)));
    }
    return list;
  }
}
