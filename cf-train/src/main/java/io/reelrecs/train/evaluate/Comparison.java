package io.reelrecs.train.evaluate;

import io.reelrecs.train.evaluate.significance.PairedTest;

/**
 * Two contenders side by side, user by user.
 *
 * <p>For RMSE a user's value is the mean squared error over the user's test ratings in all splits;
 * for nDCG it is the mean over the splits in which the user has a hit to find.
 *
 * @param first name of one contender
 * @param second name of the other
 * @param metric what is compared
 * @param test the differences, first minus second
 * @param adjustedP the p-value, raised for the number of comparisons of this metric after Holm ("A
 *     Simple Sequentially Rejective Multiple Test Procedure", 1979)
 */
public record Comparison(
    String first, String second, Metric metric, PairedTest test, double adjustedP) {}
