package io.reelrecs.train.evaluate;

/**
 * What came of the predictions in one range; over all splits. Well calibrated predictions have
 * equal means.
 *
 * @param from the range's lower end, included
 * @param to its upper end, not included
 * @param ratings the number of predictions in it, at least 1
 * @param meanPredicted their mean
 * @param meanActual the mean of the ratings that they predict
 */
public record CalibrationBucket(
    double from, double to, long ratings, double meanPredicted, double meanActual) {}
