/**
 * Scoring: a {@link io.reelrecs.core.score.Scorer} answers (user, movie) pairs from a trained
 * model, and {@link io.reelrecs.core.score.Blend} mixes such an answer with the features that a
 * client sends.
 *
 * <p>{@link io.reelrecs.core.score.ScoreCache} remembers answers for those who ask again.
 *
 * <p>May touch {@code core.model} and what that touches, and {@code core.scratch}.
 */
package io.reelrecs.core.score;
