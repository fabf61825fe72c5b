package io.reelrecs.train.ratings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Hears of every malformed line and decides whether the reading goes on. Not thread-safe. */
final class BadRows {

  /** So many are told in full. */
  static final int TOLD = 10;

  private static final String CUT = "The file seems to be cut in the middle of its last line.";

  private final Path file;
  private final ReadOptions options;
  private final List<String> first = new ArrayList<>();
  private long count;

  BadRows(Path file, ReadOptions options) {
    this.file = file;
    this.options = options;
  }

  /**
   * Takes note of a malformed line.
   *
   * @param cut whether it is the file's last and has no line end
   * @throws BadDataException if that is one too many
   */
  void add(long line, BadRow row, boolean cut) throws BadDataException {
    count++;
    if (options.onBadRow() == OnBadRow.FAIL || count > options.maxBadRows()) {
      String advice = (cut ? CUT + " " : "") + advice();
      throw new BadDataException(file, line, row.column(), row.found(), row.expected(), advice);
    }
    if (first.size() < TOLD) {
      first.add(describe(line, row) + (cut ? ". " + CUT : ""));
    }
  }

  private String advice() {
    if (options.onBadRow() == OnBadRow.FAIL) {
      return "Correct the line, or leave out malformed lines with --on-bad-row skip.";
    }
    return "This is malformed line number "
        + count
        + ", more than --max-bad-rows "
        + options.maxBadRows()
        + (first.isEmpty() ? "" : "; the first was " + first.get(0))
        + ". Check that this is the right file, or allow more.";
  }

  private static String describe(long line, BadRow row) {
    return "line "
        + line
        + (row.column() > 0 ? ", column " + row.column() : "")
        + ": found "
        + row.found()
        + ", expected "
        + row.expected();
  }

  /** The number of malformed lines. */
  long count() {
    return count;
  }

  /** What was wrong with the first {@value #TOLD}. */
  List<String> first() {
    return first;
  }
}
