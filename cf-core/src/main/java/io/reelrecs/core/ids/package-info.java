/**
 * External ids and their dense indexes. What a client calls "user 4169" is row 4168 of a matrix;
 * {@link io.reelrecs.core.ids.IdIndex} is the only place that knows.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.core.ids;
