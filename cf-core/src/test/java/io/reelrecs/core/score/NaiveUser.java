package io.reelrecs.core.score;

import java.util.Map;

/**
 * A user of the naive rules.
 *
 * @param index row of the model, -1 for one who is not in it
 * @param known whether there is a row or a rating
 * @param bias of the baseline
 * @param ratings by column of the model
 */
record NaiveUser(int index, boolean known, double bias, Map<Integer, Double> ratings) {}
