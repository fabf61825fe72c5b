package io.reelrecs.core.matrix;

import java.util.Arrays;

/**
 * Rows of 16-bit numbers, in a few large arrays: cheap to fill from a file, and never moved by a
 * garbage collector that leaves large arrays where they are. Not changed once filled.
 */
final class Cells {

  /** Numbers in an array, about: 8 MiB. */
  private static final int BLOCK = 1 << 22;

  private final int rows;
  private final int rowLength;

  /** A row lies in block {@code row >> shift}. */
  private final int shift;

  private final short[][] blocks;

  private Cells(int rows, int rowLength) {
    this.rows = rows;
    this.rowLength = rowLength;
    shift = 31 - Integer.numberOfLeadingZeros(Math.max(1, BLOCK / Math.max(1, rowLength)));
    int perBlock = 1 << shift;
    blocks = new short[(rows + perBlock - 1) >> shift][];
  }

  /** Rows that are taken from a source, block by block and each block whole. */
  static <E extends Exception> Cells filled(int rows, int rowLength, NumberTransfer<E> source)
      throws E {
    Cells cells = new Cells(rows, rowLength);
    for (int block = 0; block < cells.blocks.length; block++) {
      int size = Math.min(rows - (block << cells.shift), 1 << cells.shift);
      cells.blocks[block] = new short[Math.multiplyExact(size, rowLength)];
      source.transfer(cells.blocks[block]);
    }
    return cells;
  }

  /** Rows of zeros, which their maker is about to fill by {@link #block} and {@link #start}. */
  static Cells zeros(int rows, int rowLength) {
    return filled(rows, rowLength, zeros -> {});
  }

  /** Hands all rows on, in order. */
  <E extends Exception> void handTo(NumberTransfer<E> target) throws E {
    for (short[] block : blocks) {
      target.transfer(block);
    }
  }

  int rows() {
    return rows;
  }

  int rowLength() {
    return rowLength;
  }

  /** The array in which a row lies. */
  short[] block(int row) {
    return blocks[row >> shift];
  }

  /** Where in its array a row begins. */
  int start(int row) {
    return (row & ((1 << shift) - 1)) * rowLength;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cells that
        && rows == that.rows
        && rowLength == that.rowLength
        && Arrays.deepEquals(blocks, that.blocks);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(blocks);
  }
}
