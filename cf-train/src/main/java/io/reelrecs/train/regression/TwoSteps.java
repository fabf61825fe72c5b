package io.reelrecs.train.regression;

import io.reelrecs.train.parallel.Workers;
import java.util.Arrays;

/**
 * Adds to a similarity K its square, brought to a unit diagonal: {@code K_ij + weight S_ij z_i z_j}
 * with {@code S = K K} and {@code z_i = 1 / sqrt(S_ii + 1e-6)}. Two movies are then similar also if
 * a third is similar to both.
 *
 * <p>One triangle of the square is computed, in blocks of K that stay in the second-level cache; an
 * entry is the sum over k in ascending order, three products together. Cost: n^3 / 2
 * multiplications and as many additions, and 2 n^2 bytes.
 */
final class TwoSteps {

  /** What keeps the scale of a movie finite that is similar to none, itself included. */
  private static final double TINY = 1e-6;

  /** Rows of the square that one thread works on at a time; even. */
  private static final int ROWS = 64;

  /** Rows of K in a block, a multiple of three, and columns: 480 KiB. */
  private static final int DEPTH = 240;

  private static final int WIDTH = 512;

  /** Bytes that a thread takes for a block. */
  static final int BLOCK = Float.BYTES * (DEPTH * WIDTH + 2 * DEPTH + 2 * WIDTH);

  /** As many multiplications take as long as a pair in {@link Similarity}, about. */
  private static final int EFFORT = 40;

  private final float[][] kernel;
  private final float[][] square;

  /** For a whole symmetric matrix. */
  TwoSteps(float[][] kernel) {
    this.kernel = kernel;
    square = new float[kernel.length][];
  }

  static long effort(int n) {
    return (long) n * n / EFFORT * n;
  }

  /** A block of K, and what goes with it for two rows of the square. */
  private static final class Block {

    private final float[][] rows = new float[DEPTH][WIDTH];
    private final float[][] factors = new float[2][DEPTH];
    private final float[][] sums = new float[2][WIDTH];
  }

  /** Adds to the lower triangle; the upper stays as it was. */
  void addToLower(double weight, Workers workers, Effort effort) throws InterruptedException {
    int n = kernel.length;
    int items = (n + ROWS - 1) / ROWS;
    workers.forEach(
        items,
        Block::new,
        (i, block) -> {
          int from = (items - 1 - i) * ROWS; // the long rows first
          int to = Math.min(n, from + ROWS);
          squareRows(from, to, block);
          effort.add(((long) to * to - (long) from * from) / EFFORT * n);
        });
    float[] scale = new float[n];
    for (int i = 0; i < n; i++) {
      scale[i] = (float) (1 / Math.sqrt(square[i][i] + TINY));
    }
    workers.forEach(
        n, (i, none) -> addScaled(kernel[i], square[i], (float) weight * scale[i], scale, i + 1));
  }

  private static void addScaled(float[] row, float[] squares, float own, float[] scale, int size) {
    for (int j = 0; j < size; j++) {
      row[j] += squares[j] * own * scale[j];
    }
  }

  private void squareRows(int from, int to, Block block) {
    int n = kernel.length;
    for (int row = from; row < to; row++) {
      square[row] = new float[to];
    }
    for (int column = 0; column < to; column += WIDTH) {
      int width = Math.min(WIDTH, to - column);
      for (int k = 0; k < n; k += DEPTH) {
        int depth = Math.min(DEPTH, n - k);
        for (int d = 0; d < depth; d++) {
          System.arraycopy(kernel[k + d], column, block.rows[d], 0, width);
        }
        for (int row = from; row < to; row += 2) {
          twoRows(row, Math.min(2, to - row), column, width, k, depth, block);
        }
      }
    }
  }

  private void twoRows(int row, int rows, int column, int width, int k, int depth, Block block) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(square[row + r], column, block.sums[r], 0, width);
      System.arraycopy(kernel[row + r], k, block.factors[r], 0, depth);
      Arrays.fill(block.factors[r], depth, DEPTH, 0);
    }
    for (int d = 0; d < depth; d += 3) {
      Axpy.addThreeToTwo(
          block.sums[0], block.sums[1], block.rows, block.factors[0], block.factors[1], d, width);
    }
    for (int r = 0; r < rows; r++) {
      System.arraycopy(block.sums[r], 0, square[row + r], column, width);
    }
  }
}
