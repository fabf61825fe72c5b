package io.reelrecs.train.ratings;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What came of reading a ratings file.
 *
 * @param file the file
 * @param ratings its ratings in file order, duplicates included; at least one
 * @param format the format that was found in it
 * @param gzipped whether it is gzipped
 * @param badRows number of malformed lines that were left out
 * @param firstBadRows what was wrong with the first few of them, for people
 */
public record ReadResult(
    Path file,
    RatingTable ratings,
    RatingsFormat format,
    boolean gzipped,
    long badRows,
    List<String> firstBadRows) {

  /** Copies the list and refuses nulls. */
  public ReadResult {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(ratings, "ratings");
    Objects.requireNonNull(format, "format");
    firstBadRows = List.copyOf(firstBadRows);
  }
}
