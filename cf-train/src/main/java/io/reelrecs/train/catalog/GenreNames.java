package io.reelrecs.train.catalog;

import io.reelrecs.train.input.Text;
import io.reelrecs.train.ratings.BadDataException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The names of the genre flags of a {@code u.item}: from a {@code u.genre} beside it, if any. */
final class GenreNames {

  private static final String EXPECTED = "a genre as name|number, with the numbers from 0 on";

  private GenreNames() {}

  static List<String> beside(Path items) throws BadDataException {
    for (String name : List.of("u.genre", "u.genre.gz")) {
      Path file = items.resolveSibling(name);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return ItemMovies.GENRES;
  }

  private static List<String> read(Path file) throws BadDataException {
    Map<Integer, String> names = new TreeMap<>();
    List<String> lines = TextFile.lines(file, "a list of genres");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      int bar = line.lastIndexOf('|');
      String number = line.substring(bar + 1).strip();
      if (bar < 0
          || !number.matches("\\d{1,4}")
          || names.put(Integer.valueOf(number), line.substring(0, bar).strip()) != null) {
        throw bad(file, i + 1, Text.quote(line));
      }
    }
    int expected = 0;
    for (int number : names.keySet()) {
      if (number != expected++) {
        throw bad(file, 0, "no genre with the number " + (expected - 1));
      }
    }
    return List.copyOf(names.values());
  }

  private static BadDataException bad(Path file, long line, String found) {
    return new BadDataException(
        file, line, 0, found, EXPECTED, "Correct the file, or remove it: its genres are known.");
  }
}
