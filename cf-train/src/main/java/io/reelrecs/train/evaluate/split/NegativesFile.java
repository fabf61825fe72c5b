package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.input.Text;
import io.reelrecs.train.ratings.BadDataException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of negatives: lines {@code (user,movie)<TAB>negative<TAB>negative...}, all of them
 * numbers.
 */
final class NegativesFile {

  private static final Pattern HEAD = Pattern.compile("\\((\\d{1,9}),(\\d{1,9})\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final String EXPECTED =
      "(user,movie) and the numbers of its negatives, separated by tabs";

  private NegativesFile() {}

  /** One line of the file. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Line(long number, long user, long movie, long[] negatives) {}

  static List<Line> read(Path file) throws BadDataException {
    List<Line> lines = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      long number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          lines.add(parse(file, number, text));
        }
      }
    } catch (IOException e) {
      throw new BadDataException(
          file,
          0,
          0,
          "a file that cannot be read (" + e + ")",
          "a file of negatives",
          "Check the path.",
          e);
    }
    return lines;
  }

  private static Line parse(Path file, long number, String text) throws BadDataException {
    String[] fields = text.split("\t", -1);
    Matcher head = HEAD.matcher(fields[0]);
    if (!head.matches()) {
      throw bad(file, number, 1, fields[0]);
    }
    long[] negatives = new long[fields.length - 1];
    int column = fields[0].length() + 2;
    for (int i = 0; i < negatives.length; i++) {
      String field = fields[i + 1];
      if (!NUMBER.matcher(field).matches()) {
        throw bad(file, number, column, field);
      }
      negatives[i] = Long.parseLong(field);
      column += field.length() + 1;
    }
    return new Line(
        number, Long.parseLong(head.group(1)), Long.parseLong(head.group(2)), negatives);
  }

  private static BadDataException bad(Path file, long line, int column, String found) {
    return new BadDataException(
        file, line, column, Text.quote(found), EXPECTED, "Correct the line.");
  }
}
