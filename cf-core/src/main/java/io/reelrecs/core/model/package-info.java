/**
 * What training produced, and the reader and writer of the model file.
 *
 * <p>May touch {@code core.ids}, {@code core.matrix}, {@code core.search} and {@code core.file}.
 */
package io.reelrecs.core.model;
