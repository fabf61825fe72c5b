/**
 * Trains the two kernel regressions: of a movie over the users who rated it, and of a user over the
 * movies rated. Formulas stand at {@link io.reelrecs.core.model.UserRegression} and {@link
 * io.reelrecs.core.model.MovieRegression}.
 *
 * <p>One course for both: {@link io.reelrecs.train.regression.Side} turns the ratings so that one
 * kind of thing is compared, {@link io.reelrecs.train.regression.Similarity} compares all pairs,
 * {@link io.reelrecs.train.regression.RidgeSystems} solves a system for each of the other kind.
 * Every sum is taken in a fixed order, in loops that the compiler may turn into vector instructions
 * but not reorder, so that results are the same bits for any number of threads and on every JDK.
 *
 * <p>May touch {@code core.matrix}, {@code core.model} and {@code train.parallel}.
 */
package io.reelrecs.train.regression;
