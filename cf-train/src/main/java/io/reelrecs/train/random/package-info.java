/**
 * Random numbers that are the same on every JDK, operating system and processor, for synthetic data
 * and for splits that others can repeat.
 *
 * <p>May touch nothing but {@code java.lang}.
 */
package io.reelrecs.train.random;
