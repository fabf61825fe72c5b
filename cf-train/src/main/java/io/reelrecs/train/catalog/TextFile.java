package io.reelrecs.train.catalog;

import io.reelrecs.train.input.ByteSource;
import io.reelrecs.train.input.Opener;
import io.reelrecs.train.input.SourceException;
import io.reelrecs.train.input.Text;
import io.reelrecs.train.ratings.BadDataException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A small file, plain or gzipped, as lines: UTF-8 where it is that throughout, else Latin-1. */
final class TextFile {

  /** A larger file is no list of movies: that of MovieLens 32M has 4 MB. */
  private static final int MAX_BYTES = 1 << 28;

  private TextFile() {}

  /**
   * The lines of a file, without their ends; the last one may be blank.
   *
   * @param expected what the file should be, a noun phrase for messages
   */
  static List<String> lines(Path file, String expected) throws BadDataException {
    try (ByteSource source = ByteSource.open(file, expected, Opener.FILES)) {
      byte[] bytes = new byte[1 << 16];
      int length = 0;
      for (int n; (n = source.read(bytes, length, bytes.length - length)) >= 0; ) {
        length += n;
        if (length == bytes.length) {
          bytes = grow(bytes, expected);
        }
      }
      Text.refuseBinary(bytes, length, expected);
      String text = Text.decode(bytes, Text.markLength(bytes, length), length);
      return Arrays.asList(text.split("\r?\n", -1));
    } catch (SourceException e) {
      throw new BadDataException(file, 0, 0, e.found(), e.expected(), e.advice(), e);
    }
  }

  private static byte[] grow(byte[] bytes, String expected) throws SourceException {
    if (bytes.length >= MAX_BYTES) {
      throw new SourceException(
          "more than " + MAX_BYTES + " bytes",
          expected,
          "Check that this is the right file.",
          null);
    }
    return Arrays.copyOf(bytes, 2 * bytes.length);
  }
}
