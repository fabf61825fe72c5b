package io.reelrecs.core.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The model file: one self-contained file with a checksum for each of its sections and one for the
 * whole. {@code docs/file-format.md} describes every byte.
 *
 * <p>The same model gives the same bytes on any machine and JDK. Reading ends in a model that
 * scores exactly like the one that was written, or in a {@link ModelFormatException}; a file that
 * is damaged, cut, or made to mislead never gives a wrong answer or an allocation larger than the
 * file justifies.
 */
public final class ModelFile {

  /** The version of the format that is written, and the only one that is read. */
  public static final int FORMAT_VERSION = 3;

  /** The first eight bytes. Line ends and an end-of-file mark catch transfers that change text. */
  static final long MAGIC = 0x0A1A_0A0D_4D52_5289L; // little-endian: 89 'R' 'R' 'M' 0D 0A 1A 0A

  /**
   * How much goes to the disk at once. The JDK copies each piece through memory outside of the
   * heap, as much as the piece is large.
   */
  static final int PIECE_BYTES = 1 << 20;

  /** Magic and version. */
  static final int HEADER_BYTES = 12;

  /** Tag and payload length, before the payload. */
  static final int SECTION_HEAD_BYTES = 12;

  /** Checksum, behind the payload. */
  static final int SECTION_TAIL_BYTES = 4;

  private ModelFile() {}

  /**
   * Writes a model. The file appears whole or not at all: the bytes go to a temporary file beside
   * it, are forced to the disk, and are then renamed over whatever stood there. Missing folders are
   * made.
   *
   * @return the size of the file in bytes
   * @throws IOException if the file cannot be written; nothing is left behind and what stood there
   *     still stands
   */
  public static long write(Model model, Path file) throws IOException {
    Objects.requireNonNull(model, "model");
    return ModelFileWriter.write(model, file);
  }

  /**
   * Reads a model on this thread.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws ModelFormatException if the file is not a whole and sound model of {@link
   *     #FORMAT_VERSION}
   * @throws IOException if the file cannot be read
   */
  public static Model read(Path file) throws IOException {
    return read(file, 1);
  }

  /**
   * Reads a model, the large sections beside each other.
   *
   * @param threads this thread and those that are started for this call, at most; more than 3 are
   *     of no use
   * @throws IllegalArgumentException if there are fewer threads than 1
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws ModelFormatException if the file is not a whole and sound model of {@link
   *     #FORMAT_VERSION}
   * @throws IOException if the file cannot be read
   */
  public static Model read(Path file, int threads) throws IOException {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be >= 1, actual: " + threads);
    }
    return ModelFileReader.read(file, threads, () -> {});
  }

  /**
   * Reads a model on this thread, in no hurry: beside work that is more urgent.
   *
   * @param between is run before each piece that is read, a quarter of a megabyte; it may wait
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws ModelFormatException if the file is not a whole and sound model of {@link
   *     #FORMAT_VERSION}
   * @throws IOException if the file cannot be read
   */
  public static Model read(Path file, Runnable between) throws IOException {
    return ModelFileReader.read(file, 1, Objects.requireNonNull(between, "between"));
  }

  /**
   * About how much of the heap the model in a file takes once it has been read; while it is read, a
   * little more. Reads the frame and the manifest, not the model.
   *
   * @return bytes
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws ModelFormatException if it is seen already that the file is no sound model
   * @throws IOException if the file cannot be read
   */
  public static long heapBytes(Path file) throws IOException {
    return ModelFileReader.heapBytes(file);
  }
}
