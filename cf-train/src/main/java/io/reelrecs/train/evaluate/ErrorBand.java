package io.reelrecs.train.evaluate;

/**
 * Errors of the predictions for users, or for movies, with so many training ratings; over all
 * splits. A band without test ratings has zeros.
 *
 * @param band how many training ratings the user, or the movie, has
 * @param ratings the number of test ratings
 * @param rmse root of their mean squared error
 * @param mae their mean absolute error
 * @param meanError mean of predicted minus actual
 * @param neighborShare the share that neighbors had something to say about
 */
public record ErrorBand(
    Band band, long ratings, double rmse, double mae, double meanError, double neighborShare) {}
