package io.reelrecs.core.score;

import io.reelrecs.core.score.Explanation.Influence;
import java.util.Map;

/**
 * What the naive rules predict where they have evidence.
 *
 * @param rating before it is cut to the scale
 * @param support how much evidence; where it is 0 the rating means nothing
 * @param influences by "user" or "movie" and external id
 */
record NaivePrediction(double rating, int support, Map<String, Influence> influences) {}
