/**
 * Whether a difference between two contenders is more than chance.
 *
 * <p>May touch {@code train.random}.
 */
package io.reelrecs.train.evaluate.significance;
