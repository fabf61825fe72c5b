package io.reelrecs.core.matrix;

/**
 * Moves 16-bit numbers into or out of a matrix, many at once.
 *
 * @param <E> what may go wrong on the other side
 */
@FunctionalInterface
public interface NumberTransfer<E extends Exception> {

  /**
   * Fills, or takes, all of an array.
   *
   * @param numbers the next numbers of the matrix; not to be kept
   */
  void transfer(short[] numbers) throws E;
}
