/**
 * The blend as a whole: requests made the way the existing pipeline makes them, how well the
 * blended scores order them, and the five weights that would order them best.
 *
 * <p>{@link io.reelrecs.train.blend.Pipeline} stands for the client: it chooses candidates and
 * works out their features, from training ratings alone. {@link
 * io.reelrecs.train.blend.BlendEvaluation} measures orders of such requests on ratings that were
 * held out, {@link io.reelrecs.train.blend.BlendTuning} learns weights. Sums are taken in a fixed
 * order, so that no figure depends on threads, JDK or machine.
 *
 * <p>May touch {@code core.ids}, {@code core.matrix}, {@code core.model}, {@code core.score},
 * {@code core.search}, {@code core.topk}, {@code train}, {@code train.evaluate} and what is below
 * it, {@code train.parallel}, {@code train.random} and {@code train.ratings}.
 */
package io.reelrecs.train.blend;
