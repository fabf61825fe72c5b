package io.reelrecs.train.input;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of a file, unpacked if it is gzipped.
 *
 * <p>Gzip is known by its first two bytes, never by the name; archives of several members are read
 * to their end. Whatever goes wrong is a {@link SourceException} that is meant for people. Not
 * thread-safe.
 */
public final class ByteSource implements Closeable {

  private static final int GZIP_BUFFER = 1 << 16;

  private final String expected;
  private final CountedInput file;
  private final InputStream bytes;
  private final boolean gzipped;
  private final long totalBytes;

  private ByteSource(
      String expected, CountedInput file, InputStream bytes, boolean gzipped, long totalBytes) {
    this.expected = expected;
    this.file = file;
    this.bytes = bytes;
    this.gzipped = gzipped;
    this.totalBytes = totalBytes;
  }

  /**
   * Opens a file and looks at its first bytes.
   *
   * @param expected what the file should be, a noun phrase for messages: "a ratings file"
   * @throws SourceException if it is missing, a directory, not readable, or an archive other than
   *     gzip
   */
  public static ByteSource open(Path path, String expected, Opener opener) throws SourceException {
    if (Files.isDirectory(path)) {
      throw new SourceException("a directory", expected, "Name a file in it.", null);
    }
    CountedInput file = null;
    try {
      file = new CountedInput(opener.open(path));
      byte[] head = file.head(Signature.LONGEST);
      Signature signature = Signature.of(head);
      if (signature == Signature.GZIP) {
        InputStream unpacked = new GZIPInputStream(file, GZIP_BUFFER);
        return new ByteSource(expected, file, unpacked, true, size(path));
      }
      if (signature != Signature.NONE) {
        throw new SourceException(
            signature.description(),
            expected + " as text, plain or gzipped",
            signature.advice(),
            null);
      }
      return new ByteSource(expected, file, file, false, size(path));
    } catch (IOException e) {
      closeQuietly(file);
      throw explain(e, expected);
    }
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      return 0;
    }
  }

  private static void closeQuietly(Closeable closeable) {
    if (closeable != null) {
      try {
        closeable.close();
      } catch (IOException e) {
        // the reason for closing is the one to report
      }
    }
  }

  private static SourceException explain(IOException e, String expected) {
    if (e instanceof SourceException known) {
      return known;
    }
    if (e instanceof NoSuchFileException) {
      return new SourceException("no such file", expected, "Check the path.", e);
    }
    if (e instanceof AccessDeniedException) {
      return new SourceException(
          "a file that this user may not read", expected, "Check its permissions.", e);
    }
    if (e instanceof EOFException) {
      return new SourceException(
          "a gzip archive that is cut off",
          "a whole one",
          "Copy or download the file again, and check it with gzip -t.",
          e);
    }
    if (e instanceof ZipException) {
      return new SourceException(
          "a gzip archive that is corrupt (" + e.getMessage() + ")",
          "an intact one",
          "Copy or download the file again, and check it with gzip -t.",
          e);
    }
    return new SourceException(
        "a file that cannot be read (" + e.getMessage() + ")",
        expected,
        "Check the file and the disk it is on.",
        e);
  }

  /** Reads like {@link InputStream#read(byte[], int, int)}. */
  public int read(byte[] target, int off, int len) throws SourceException {
    try {
      return bytes.read(target, off, len);
    } catch (IOException e) {
      throw explain(e, expected);
    }
  }

  /** Whether the file is gzipped. */
  public boolean gzipped() {
    return gzipped;
  }

  /** Bytes of the file read so far; of the packed file where it is gzipped. */
  public long bytesRead() {
    return file.count();
  }

  /** The length of the file in bytes, 0 where that is not known, as for a pipe. */
  public long totalBytes() {
    return totalBytes;
  }

  @Override
  public void close() {
    closeQuietly(bytes);
    closeQuietly(file);
  }
}
