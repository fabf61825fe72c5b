package io.reelrecs.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The k nearest users of every user, as a peer found them. Rows may be set by several threads. */
final class Neighbors {

  private final int rows;
  private final int k;
  private final int[] user;
  private final double[] similarity;

  Neighbors(int rows, int k) {
    this.rows = rows;
    this.k = k;
    user = new int[rows * k];
    similarity = new double[rows * k];
    Arrays.fill(user, -1);
  }

  int k() {
    return k;
  }

  void set(int row, int rank, int neighbor, double value) {
    user[row * k + rank] = neighbor;
    similarity[row * k + rank] = value;
  }

  /** Writes the numbers of rows and of neighbors, the neighbors, the similarities: little-endian. */
  void write(Path file) throws IOException {
    int size = user.length;
    ByteBuffer out = ByteBuffer.allocate(8 + 12 * size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(rows).putInt(k);
    for (int neighbor : user) {
      out.putInt(neighbor);
    }
    for (double value : similarity) {
      out.putDouble(value);
    }
    Files.write(file, out.array());
  }
}
