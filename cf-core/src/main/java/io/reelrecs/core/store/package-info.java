/**
 * Versions of a model: a folder of model files with a pointer to the one that counts, and what
 * stands at the place where a program looks for its model.
 *
 * <p>May touch {@code core.model} and {@code core.file}.
 */
package io.reelrecs.core.store;
