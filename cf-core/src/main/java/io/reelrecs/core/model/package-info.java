/**
 * What training produced, and the reader and writer of the model file.
 *
 * <p>May touch {@code core.ids}, {@code core.matrix} and {@code core.search}.
 */
package io.reelrecs.core.model;
