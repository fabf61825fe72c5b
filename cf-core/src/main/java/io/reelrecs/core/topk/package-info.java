/**
 * The k best of a stream of scored indexes, and the one rule by which everything here is ordered:
 * score descending, then index ascending.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.core.topk;
