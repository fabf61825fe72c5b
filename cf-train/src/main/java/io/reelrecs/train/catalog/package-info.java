/**
 * Movies files: titles, years and genres in the three formats of MovieLens.
 *
 * <p>May touch {@code core.ids}, {@code core.model}, {@code train.input}, and {@code train.ratings}
 * for its exception.
 */
package io.reelrecs.train.catalog;
