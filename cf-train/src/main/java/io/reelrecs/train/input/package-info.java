/**
 * Files as bytes: plain or gzipped, told apart by content, and what a person is told when one of
 * them cannot be read. Not exported.
 *
 * <p>Touches nothing but the JDK.
 */
package io.reelrecs.train.input;
