package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.ScoreSource;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A contender's predictions, over all splits taken together.
 *
 * @param ratings the number of test ratings; every one was predicted
 * @param pooledRmse root of the mean squared error over all of them; the mean of the splits' own
 *     figures is a metric
 * @param pooledMae mean absolute error over all of them
 * @param bySource for every source the number of predictions that rest on it
 * @param byActivity errors by {@link Band#ACTIVITY} of the user
 * @param byPopularity errors by {@link Band#POPULARITY} of the movie
 * @param calibration predicted against actual, by ascending prediction; empty buckets left out
 */
public record RatingReport(
    long ratings,
    double pooledRmse,
    double pooledMae,
    Map<ScoreSource, Long> bySource,
    List<ErrorBand> byActivity,
    List<ErrorBand> byPopularity,
    List<CalibrationBucket> calibration) {

  /** Copies the collections. */
  public RatingReport {
    bySource = Collections.unmodifiableMap(new EnumMap<>(bySource));
    byActivity = List.copyOf(byActivity);
    byPopularity = List.copyOf(byPopularity);
    calibration = List.copyOf(calibration);
  }

  /** The share of predictions that rest on a source, in {@code [0, 1]}. */
  public double share(ScoreSource source) {
    return (double) bySource.getOrDefault(source, 0L) / ratings;
  }
}
