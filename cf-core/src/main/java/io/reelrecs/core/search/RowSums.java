package io.reelrecs.core.search;

import io.reelrecs.core.kernel.RowWalk;
import java.util.Arrays;

/**
 * The sums of a block of queries with a run of rows, by walking each row once for all queries.
 *
 * <p>The queries stand as bytes by column, {@code columns * lanes} of them: small enough for the
 * second-level cache with a few thousand columns, and read at the columns that many rows have, most
 * of the time. Queries of {@code double}, eight times as large, have room for the columns that are
 * in use only, and a column of zeros for all others; they are laid out when a tile asks for them.
 */
final class RowSums extends BlockSums {

  private static final int LOW_BYTE = 0xff;

  private final int columns;
  private final NormOrder order;
  private final RowPostings postings;
  private final Tiles tiles;
  private final RowWalk walk;
  private final int lanes;

  /** Where the queries of the block stand. */
  private final int[] position;

  private int size;

  /** By column; null if values are not bytes. */
  private final byte[] bytes;

  private final int runRows;
  private short[] shorts = {};
  private double[] doubles = {};

  /** Where the lanes of a column begin in {@link #values}; at 0 stand zeros. */
  private int[] place = {};

  private double[] values = {};
  private boolean laidOut;

  private int first;
  private int run;
  private boolean narrow;

  /**
   * Sums of no block yet.
   *
   * @param walk the kernel's
   * @param lanes the kernel's
   * @param runRows the most rows that will be filled at once
   */
  RowSums(CosineIndex index, RowWalk walk, int lanes, int runRows) {
    this.walk = walk;
    this.lanes = lanes;
    columns = index.rows().columns();
    order = index.order();
    postings = index.rowPostings();
    tiles = index.rowTiles();
    position = new int[lanes];
    bytes = index.bytes() ? new byte[Math.multiplyExact(columns, lanes)] : null;
    this.runRows = runRows;
  }

  @Override
  void load(int[] queries, int from, int to) {
    forget();
    size = to - from;
    for (int lane = 0; lane < size; lane++) {
      position[lane] = order.positionOf(queries[from + lane]);
      if (bytes != null) {
        write(lane, LOW_BYTE);
      }
    }
  }

  @Override
  void load(int[] columns, double[] given, int count) {
    throw new IllegalStateException("a single query is searched for by its columns");
  }

  /** Clears what the last block left. */
  private void forget() {
    for (int lane = 0; lane < size; lane++) {
      if (bytes != null) {
        write(lane, 0);
      }
      for (int p = from(lane); laidOut && p < to(lane); p++) {
        place[postings.columnAt(p)] = 0;
      }
    }
    laidOut = false;
  }

  /** Writes the values of a lane, or zeros in their place, among the bytes. */
  private void write(int lane, int mask) {
    int at = RowWalk.byteOf(lane, lanes);
    int[] row = postings.postings();
    int to = to(lane);
    for (int p = from(lane); p < to; p++) {
      bytes[(row[p] >>> Byte.SIZE) * lanes + at] = (byte) (row[p] & mask);
    }
  }

  private int from(int lane) {
    return postings.from(position[lane]);
  }

  private int to(int lane) {
    return postings.to(position[lane]);
  }

  @Override
  void begin(int tile, int firstRow, boolean narrowSums) {
    first = tiles.first(tile);
    narrow = narrowSums;
    if (narrow && shorts.length == 0) {
      shorts = new short[runRows * lanes];
    } else if (!narrow && doubles.length == 0) {
      doubles = new double[runRows * lanes];
    }
    if (!narrow && !laidOut) {
      layOut();
    }
  }

  /** Gives every column in use its place, and the values theirs. */
  private void layOut() {
    if (place.length == 0) {
      place = new int[columns];
    }
    int end = lanes;
    for (int lane = 0; lane < size; lane++) {
      for (int p = from(lane); p < to(lane); p++) {
        int column = postings.columnAt(p);
        if (place[column] == 0) {
          place[column] = end;
          end = Math.addExact(end, lanes);
        }
      }
    }
    if (values.length < end) {
      values = new double[(int) Math.min(Integer.MAX_VALUE - 64L, end + end / 2L)];
    } else {
      Arrays.fill(values, 0, end, 0);
    }
    for (int lane = 0; lane < size; lane++) {
      for (int p = from(lane); p < to(lane); p++) {
        values[place[postings.columnAt(p)] + lane] = postings.valueAt(p);
      }
    }
    laidOut = true;
  }

  @Override
  void fill(int from, int to) {
    run = from;
    for (int row = from; row < to; row++) {
      int begin = postings.from(first + row);
      int end = postings.to(first + row);
      if (narrow) {
        walk.sumShorts(postings.postings(), begin, end, bytes, shorts, at(row));
      } else if (postings.values() == null) {
        walk.sumDoubles(postings.postings(), begin, end, place, values, doubles, at(row));
      } else {
        walk.sumReals(
            postings.postings(), postings.values(), begin, end, place, values, doubles, at(row));
      }
    }
  }

  @Override
  int at(int row) {
    return (row - run) * lanes;
  }

  @Override
  short[] shorts() {
    return shorts;
  }

  @Override
  double[] doubles() {
    return doubles;
  }
}
