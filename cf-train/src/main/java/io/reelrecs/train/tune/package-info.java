/**
 * The search for better parameters: random candidates, measured on a part of the training ratings
 * that is held out, and halved again and again.
 *
 * <p>{@link io.reelrecs.train.tune.Tuning} runs a plan for whatever is {@link
 * io.reelrecs.train.tune.Tunable}; it knows no algorithm. Everything is drawn from {@link
 * io.reelrecs.train.random.SplitMix64}, so that the same plan gives the same result.
 *
 * <p>Written here, because of the libraries for the JVM none fits: that of Smile draws random
 * points, but neither halves nor resumes, and is under the GPL; Arbiter of Deeplearning4j is no
 * longer released; the rest are services or wrap a Python process.
 *
 * <p>May touch {@code train.evaluate} and what is below it, {@code train.parallel}, {@code
 * train.random} and {@code train.ratings}.
 */
package io.reelrecs.train.tune;
