package io.reelrecs.train.catalog;

import io.reelrecs.core.model.Movie;
import io.reelrecs.train.input.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Commas and a header that names {@code movieId,title,genres} in any order and case; other columns
 * are ignored, and the genres may be missing.
 */
final class CsvMovies implements MovieLine {

  private static final String HEADER = "a header with the columns movieId, title and genres";

  private final int columns;
  private final int id;
  private final int title;
  private final int genres;

  /** A parser for the lines under this header. */
  CsvMovies(String header) throws BadLineException {
    List<Field> names = split(header);
    columns = names.size();
    id = find(names, "movieid", "movie", "itemid", "item");
    title = find(names, "title");
    genres = find(names, "genres", "genre");
    if (id < 0 || title < 0) {
      throw new BadLineException(0, Text.quote(header), HEADER);
    }
  }

  private static int find(List<Field> names, String... wanted) throws BadLineException {
    int found = -1;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i).text().toLowerCase(Locale.ROOT).replace("_", "");
      if (List.of(wanted).contains(name)) {
        if (found >= 0) {
          throw new BadLineException(
              names.get(i).column(), "a second column for " + wanted[0], HEADER);
        }
        found = i;
      }
    }
    return found;
  }

  @Override
  public Movie parse(String line) throws BadLineException {
    List<Field> fields = split(line);
    if (fields.size() != columns) {
      throw new BadLineException(
          0,
          fields.size() + " fields in " + Text.quote(line),
          columns + " fields, as in the header (a title with commas stands in double quotes)");
    }
    return MovieLine.movie(
        fields.get(id),
        fields.get(title).text(),
        genres < 0 ? List.of() : MovieLine.genres(fields.get(genres).text()));
  }

  /** The fields of a line; one in quotes ends on its line, and a doubled quote in it is one. */
  private static List<Field> split(String line) throws BadLineException {
    List<Field> fields = new ArrayList<>();
    int from = 0;
    while (true) {
      int end = fieldEnd(line, from);
      fields.add(unquote(Field.of(line, from, end)));
      if (end == line.length()) {
        return fields;
      }
      from = end + 1;
    }
  }

  private static int fieldEnd(String line, int from) throws BadLineException {
    int p = from;
    while (p < line.length() && line.charAt(p) == ' ') {
      p++;
    }
    if (p == line.length() || line.charAt(p) != '"') {
      int comma = line.indexOf(',', p);
      return comma < 0 ? line.length() : comma;
    }
    int open = p;
    boolean inside = true;
    for (p++; p < line.length() && (inside || line.charAt(p) != ','); p++) {
      inside ^= line.charAt(p) == '"';
    }
    if (inside) {
      throw new BadLineException(
          line.codePointCount(0, open) + 1,
          "a quote that is not closed: " + Text.quote(line.substring(open)),
          "a closing quote in the same line");
    }
    return p;
  }

  private static Field unquote(Field field) {
    String text = field.text();
    if (text.length() < 2 || !text.startsWith("\"") || !text.endsWith("\"")) {
      return field;
    }
    String inner = text.substring(1, text.length() - 1).replace("\"\"", "\"");
    return new Field(inner.strip(), field.column());
  }
}
