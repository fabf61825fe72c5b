package io.reelrecs.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * What tells that a file has been replaced or written to.
 *
 * @param bytes its size
 * @param written when it was last written
 * @param text all that is known, its inode and the time of its last change among it
 */
record FileStamp(long bytes, Instant written, String text) {

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    FileTime written = found.lastModifiedTime();
    String text =
        found.size() + " " + written.toInstant() + " " + found.fileKey() + " " + changed(file);
    return new FileStamp(found.size(), written.toInstant(), text);
  }

  /** The time that also tells of a new owner or mode, where there is such a thing. */
  private static String changed(Path file) throws IOException {
    try {
      return ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant().toString();
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }
}
