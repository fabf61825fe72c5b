package io.reelrecs.bench;

import io.reelrecs.core.search.KernelInfo;
import java.util.List;

/**
 * A kernel to be measured: {@code scalar}, or {@code vector-} and its width in bits.
 *
 * @param label its name, as results have it
 * @param bits the width of its registers; 0 for the scalar one
 */
record KernelChoice(String label, int bits) {

  /**
   * The kernel of a word: scalar, 128, 256 or 512.
   *
   * @throws IllegalArgumentException if it is none
   */
  static KernelChoice of(String word) {
    return switch (word) {
      case "scalar" -> new KernelChoice(word, 0);
      case "128", "256", "512" -> new KernelChoice("vector-" + word, Integer.parseInt(word));
      default ->
          throw new IllegalArgumentException(
              "bench.kernels must be of scalar, 128, 256, 512, actual: " + word);
    };
  }

  /** What makes a JVM search with it. */
  List<String> arguments() {
    return bits == 0
        ? List.of("-D" + KernelInfo.KERNEL_PROPERTY + "=scalar")
        : List.of(
            "-D" + KernelInfo.KERNEL_PROPERTY + "=vector",
            "-D" + KernelInfo.BITS_PROPERTY + "=" + bits);
  }
}
