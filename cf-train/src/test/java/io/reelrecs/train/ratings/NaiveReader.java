package io.reelrecs.train.ratings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The obvious way to read ratings, line by line with split: an oracle. Knows no quotes. */
final class NaiveReader {

  final List<String> rows = new ArrayList<>();
  final List<Long> badLines = new ArrayList<>();

  NaiveReader(String text, String delimiter, int columns, boolean header) {
    String[] lines = text.split("\n", -1);
    for (int i = header ? 1 : 0; i < lines.length; i++) {
      String line =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      if (line.isBlank()) {
        continue;
      }
      String row = row(line.split(Pattern.quote(delimiter), -1), columns);
      if (row == null) {
        badLines.add(i + 1L);
      } else {
        rows.add(row);
      }
    }
  }

  private static String row(String[] fields, int columns) {
    if (fields.length != columns) {
      return null;
    }
    String user = fields[0].strip();
    String movie = fields[1].strip();
    String rating = fields[2].strip();
    String timestamp = columns > 3 ? fields[3].strip() : "0";
    if (!user.matches("\\d+")
        || !movie.matches("\\d+")
        || !rating.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")) {
      return null;
    }
    float value = Float.parseFloat(rating);
    try {
      return Integer.toUnsignedString(Integer.parseUnsignedInt(user))
          + " "
          + Integer.toUnsignedString(Integer.parseUnsignedInt(movie))
          + " "
          + (Float.isFinite(value) ? value : Float.parseFloat("infinite"))
          + " "
          + Long.parseLong(timestamp);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
