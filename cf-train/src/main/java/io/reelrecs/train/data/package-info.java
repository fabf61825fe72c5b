/**
 * Data sets to train on, made up by {@link io.reelrecs.train.data.Synthesizer}.
 *
 * <p>May touch the file system and {@code io.reelrecs.train.random}; knows nothing of readers,
 * models or training.
 */
package io.reelrecs.train.data;
