/**
 * Who is trained on what and asked what: k-fold, hold-outs, leave-one-out, given files, and the two
 * ranking protocols that come as files.
 *
 * <p>Every assignment is drawn from {@link io.reelrecs.train.random.SplitMix64} by a rule stated
 * where it is made, so that the same seed gives the same split on every JDK and machine, and other
 * programs can draw it too.
 *
 * <p>May touch {@code core.ids}, {@code train.ratings}, {@code train.random} and {@code
 * train.input}.
 */
package io.reelrecs.train.evaluate.split;
