/**
 * The exact top-k cosine search: for one row, for many, for all.
 *
 * <p>May touch {@code core.matrix}, {@code core.topk}, {@code core.kernel} and {@code
 * core.scratch}.
 */
package io.reelrecs.core.search;
