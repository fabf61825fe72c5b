/**
 * Ratings as a sparse matrix, by user and by movie, and the row vectors that similarities are taken
 * between. Speaks of dense indexes only.
 *
 * <p>May touch {@code core.ids}.
 */
package io.reelrecs.core.matrix;
