package io.reelrecs.core.search;

/**
 * The positions of a {@link NormOrder}, cut into runs.
 *
 * @param size how many positions there are
 * @param rows how many a tile has, but for the last
 */
record Tiles(int size, int rows) {

  /** How many tiles there are. */
  int count() {
    return (int) ((size + (long) rows - 1) / rows);
  }

  /** The tile of a position. */
  int of(int position) {
    return position / rows;
  }

  /** The position of a tile's first row. */
  int first(int tile) {
    return tile * rows;
  }

  /** How many rows a tile has. */
  int rows(int tile) {
    return Math.min(rows, size - first(tile));
  }
}
