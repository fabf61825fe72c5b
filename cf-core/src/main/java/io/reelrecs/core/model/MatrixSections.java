package io.reelrecs.core.model;

import io.reelrecs.core.matrix.JointMatrices;
import io.reelrecs.core.matrix.ScaledMatrix;
import java.io.IOException;
import java.util.Optional;

/** Movies-by-movies matrices that lie beside each other, written and read side by side. */
final class MatrixSections {

  private MatrixSections() {}

  /** The regressions' matrices, with their number before them. */
  static void writeAll(Learned learned, SectionWriter out) throws IOException {
    Optional<JointMatrices> joint = learned.joint();
    out.putByte(joint.map(JointMatrices::size).orElse(0));
    if (joint.isPresent()) {
      write(joint.get(), out);
    }
  }

  static Optional<JointMatrices> readAll(int movies, SectionReader in) throws IOException {
    int count = in.getByte();
    if (count > 3) {
      throw in.fault("a number of matrices of " + count + ", more than 3");
    }
    return count == 0 ? Optional.empty() : Optional.of(read(count, movies, in));
  }

  static void write(JointMatrices matrices, SectionWriter out) throws IOException {
    for (int movie : matrices.order()) {
      out.putInt(movie);
    }
    for (int i = 0; i < matrices.size(); i++) {
      ScaledMatrix matrix = matrices.matrix(i);
      out.putDoubles(matrix.rows(), matrix::step);
    }
    matrices.handTo(out::putShorts);
  }

  static JointMatrices read(int count, int movies, SectionReader in) throws IOException {
    long size = (long) movies * movies; // of at most 2^62
    in.need((long) movies * Integer.BYTES);
    if (size > in.remaining() / Short.BYTES / count || (long) movies * count > Integer.MAX_VALUE) {
      throw in.tooShort();
    }
    int[] order = in.getInts(movies);
    double[][] steps = new double[count][];
    for (int i = 0; i < count; i++) {
      steps[i] = in.getDoubles(movies);
    }
    in.need(size * count * Short.BYTES);
    try {
      return JointMatrices.read(steps, order, in::getShorts);
    } catch (IllegalArgumentException e) {
      throw in.fault(e.getMessage(), e);
    }
  }
}
