/**
 * Training of the rankings: what {@link io.reelrecs.core.model.Ranking} holds, learned from which
 * movies a user rated well. Formulas of the scores are there, formulas of what is learned are here.
 *
 * <p>May touch {@code core.matrix}, {@code core.search}, {@code core.model} and ojAlgo, which only
 * {@link io.reelrecs.train.ranking.LinearModelTrainer} and its parts use.
 */
package io.reelrecs.train.ranking;
