package io.reelrecs.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Objects;

/**
 * A file to be made, which appears whole or not at all: the bytes go to a temporary file beside its
 * place, are forced to the disk, and are then renamed over whatever stood there. Missing folders
 * are made.
 *
 * @param path where it goes
 * @param kind what it is, for messages: "model file"
 */
public record OutputFile(Path path, String kind) {

  /** Refuses nulls. */
  public OutputFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
  }

  /** Writes the bytes of a file. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of them, from the channel's position. */
    void writeTo(FileChannel channel) throws IOException;
  }

  /**
   * Makes sure that nothing that is read would be replaced, by whatever name it is called.
   *
   * @param option what the caller names this place: "out"
   * @throws IllegalArgumentException if this is one of the input files
   */
  public void checkIsNone(String option, Collection<Path> inputs) {
    for (Path input : inputs) {
      if (isSame(input)) {
        throw new IllegalArgumentException(option + " must not be an input file, actual: " + path);
      }
    }
  }

  private boolean isSame(Path input) {
    if (normal(input).equals(normal(path))) {
      return true;
    }
    try {
      return Files.isSameFile(input, path);
    } catch (IOException e) {
      return false; // one of them is not there
    }
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /**
   * Finds out before the work, rather than after it, that its result has no place to go.
   *
   * @throws IOException if something stands there that is no file, or the folder cannot be written
   *     to
   */
  public void checkPlace() throws IOException {
    checkNothingElse();
    Path folder = path.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new IOException(
          "cannot write " + path + ": " + folder + " is not a folder that can be written to");
    }
  }

  private void checkNothingElse() throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException(path + " is a directory, not a place for a " + kind);
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new IOException(path + " is a device, not a place for a " + kind);
    }
  }

  /**
   * Writes it.
   *
   * @return its size in bytes
   * @throws IOException if it cannot be written; nothing is left behind and what stood there still
   *     stands
   */
  public long write(Body body) throws IOException {
    checkNothingElse();
    Path target = path.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "the root is a directory");
    if (!Files.isDirectory(folder)) { // not on a link to a folder, which some JDKs refuse
      Files.createDirectories(folder);
    }
    String unique = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    Path temporary = folder.resolve(target.getFileName() + "." + unique + ".tmp");
    temporary.toFile().deleteOnExit(); // when the process is told to end meanwhile
    try {
      long size;
      try (FileChannel out =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        body.writeTo(out);
        out.force(true);
        size = out.size();
      }
      move(temporary, target);
      force(folder);
      return size;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /** Makes the rename last, where a folder can be opened for that. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Not on every system; then the file appears whole all the same, only later.
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
