/**
 * Training of the rankings: what {@link io.reelrecs.core.model.Ranking} holds, learned from which
 * movies a user rated well. Formulas of the scores are there, formulas of what is learned are here.
 *
 * <p>May touch {@code core.matrix}, {@code core.search}, {@code core.model} and {@code
 * train.parallel}.
 */
package io.reelrecs.train.ranking;
