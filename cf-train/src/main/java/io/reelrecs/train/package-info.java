/**
 * Training: from ratings to a model, with a summary of what went in and how long it took.
 *
 * <p>May touch {@code train.ratings}, {@code train.catalog}, {@code train.evaluate} and all of
 * {@code cf-core}.
 */
package io.reelrecs.train;
