package io.reelrecs.train.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Predicted against actual ratings, in buckets of the prediction. Not thread-safe. */
final class Calibration {

  private final double width;
  private final Map<Long, Sums> buckets = new TreeMap<>();

  Calibration(double width) {
    this.width = width;
  }

  private static final class Sums {
    private long count;
    private double predicted;
    private double actual;
  }

  void add(double predicted, double actual) {
    add((long) Math.floor(predicted / width), 1, predicted, actual);
  }

  void add(Calibration other) {
    other.buckets.forEach((bucket, sums) -> add(bucket, sums.count, sums.predicted, sums.actual));
  }

  private void add(long bucket, long count, double predicted, double actual) {
    Sums sums = buckets.computeIfAbsent(bucket, b -> new Sums());
    sums.count += count;
    sums.predicted += predicted;
    sums.actual += actual;
  }

  List<CalibrationBucket> buckets() {
    List<CalibrationBucket> list = new ArrayList<>();
    buckets.forEach(
        (bucket, sums) ->
            list.add(
                new CalibrationBucket(
                    bucket * width,
                    (bucket + 1) * width,
                    sums.count,
                    sums.predicted / sums.count,
                    sums.actual / sums.count)));
    return list;
  }
}
