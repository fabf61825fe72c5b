package io.reelrecs.train.ratings;

import io.reelrecs.train.input.Opener;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads ratings files in any {@link RatingsFormat}, plain or gzipped.
 *
 * <p>Format and packing are told from the content, never from the name: the first line that is not
 * blank must show the format, whatever the options say. The rules:
 *
 * <ul>
 *   <li>Lines end with LF or CR LF; the last one may do without. Lines of nothing but spaces and
 *       tabs are ignored. A UTF-8 byte order mark is ignored.
 *   <li>Every line has the same number of fields as the first. Spaces around a field are ignored.
 *   <li>Ids are whole numbers {@code 0 .. 4294967295} of digits only.
 *   <li>Ratings are decimal numbers, negative ones and exponents included, that are finite as a
 *       float. They are read as the nearest float, so half stars are exact.
 *   <li>Timestamps are signed 64-bit integers. Where a file has none they are 0.
 *   <li>In CSV, the columns are found by their names; other columns are ignored.
 *   <li>A last line without a line end is read like any other. If it is malformed, the message says
 *       that the file seems to be cut.
 *   <li>A file without a single rating is an error, and so is a gzip archive that is cut or
 *       corrupt.
 * </ul>
 *
 * <p>With several threads, blocks of lines are parsed at once, but what comes of a file does not
 * depend on that: neither the order of the ratings nor the messages.
 *
 * <p>Memory: the table, and less than a mebibyte for each thread. Stateless and thread-safe.
 */
public final class RatingsReader {

  private RatingsReader() {}

  /**
   * Reads a file from beginning to end, in one pass.
   *
   * @param listener hears of progress, see {@link ReadListener#NONE}
   * @throws BadDataException if the file cannot be read, is no ratings file, or has a malformed
   *     line that {@code options} do not let pass
   */
  public static ReadResult read(Path file, ReadOptions options, ReadListener listener)
      throws BadDataException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(listener, "listener");
    return new FileRead(file, options, listener).read(Opener.FILES, FileRead.BLOCK_SIZE);
  }
}
