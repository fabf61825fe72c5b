package io.reelrecs.train.ratings;

import io.reelrecs.train.input.Text;
import java.nio.file.Path;

/**
 * Tells the format of a ratings file from its first line that is not blank.
 *
 * <p>With {@code ::} in it the file is {@link RatingsFormat#DAT}, else with a tab {@link
 * RatingsFormat#TSV}, else with a comma {@link RatingsFormat#CSV}, and then the line must be a
 * header. In the first two, every line has 3 fields if the first one has 3, else 4.
 */
final class FormatDetector {

  private static final String FORMATS =
      "ratings as user::movie::rating::timestamp, as CSV with the header"
          + " userId,movieId,rating,timestamp, or separated by tabs";

  private FormatDetector() {}

  /**
   * The layout of a file.
   *
   * @param from index of the first byte of its first line
   * @param to index after the last one, without the line end
   * @param line number of that line
   * @throws BadDataException if the file is no ratings file that we know
   */
  static Layout detect(Path file, byte[] b, int from, int to, long line) throws BadDataException {
    String text = Text.decode(b, from, to);
    if (text.contains("::")) {
      return plain(RatingsFormat.DAT, b, from, to, line);
    }
    if (text.indexOf('\t') >= 0) {
      return plain(RatingsFormat.TSV, b, from, to, line);
    }
    if (text.indexOf(',') >= 0) {
      return new Header(file, b, from, to, line).layout();
    }
    throw new BadDataException(
        file, line, 0, Text.quote(text), FORMATS, "Check that this is a ratings file.");
  }

  private static Layout plain(RatingsFormat format, byte[] b, int from, int to, long line) {
    FieldSplitter fields = new FieldSplitter(format);
    fields.split(b, from, to);
    int count = fields.count();
    return Layout.plain(format, count == 3 ? 3 : 4, count == 3 || count == 4 ? line : 0);
  }
}
