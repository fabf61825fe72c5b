package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.ScoreSource;

/** Sums over predictions. Not thread-safe. */
final class ErrorSums {

  private long count;
  private long byNeighbors;
  private double error;
  private double absolute;
  private double squared;

  void add(double predicted, double actual, ScoreSource source) {
    double e = predicted - actual;
    count++;
    error += e;
    absolute += Math.abs(e);
    squared += e * e;
    if (source == ScoreSource.NEIGHBORS) {
      byNeighbors++;
    }
  }

  void add(ErrorSums other) {
    count += other.count;
    byNeighbors += other.byNeighbors;
    error += other.error;
    absolute += other.absolute;
    squared += other.squared;
  }

  long count() {
    return count;
  }

  double squared() {
    return squared;
  }

  double rmse() {
    return Math.sqrt(mean(squared));
  }

  double mae() {
    return mean(absolute);
  }

  double neighborShare() {
    return mean((double) byNeighbors);
  }

  ErrorBand band(Band band) {
    return new ErrorBand(band, count, rmse(), mae(), mean(error), neighborShare());
  }

  private double mean(double sum) {
    return count == 0 ? 0 : sum / count;
  }
}
