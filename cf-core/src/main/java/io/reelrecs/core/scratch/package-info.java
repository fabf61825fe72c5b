/**
 * Working memory that is used again: what a search or a batch of scores needs besides its result.
 * Not exported.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.core.scratch;
