package io.reelrecs.train.catalog;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.model.Movie;
import io.reelrecs.train.input.Text;
import java.util.ArrayList;
import java.util.List;

/** Parses the lines of one format of movies files. */
@FunctionalInterface
interface MovieLine {

  /**
   * The movie of a line.
   *
   * @param line without its end; not blank
   */
  Movie parse(String line) throws BadLineException;

  /** A movie with its title taken apart. */
  static Movie movie(Field id, String title, List<String> genres) throws BadLineException {
    TitleAndYear parts = TitleAndYear.of(title);
    return new Movie(id(id), parts.title(), parts.year(), genres);
  }

  /** An external id: digits only, up to {@link IdIndex#MAX_ID}. */
  static long id(Field field) throws BadLineException {
    String text = field.text();
    String expected = "a movie id: a whole number from 0 to " + IdIndex.MAX_ID;
    if (text.isEmpty()) {
      throw new BadLineException(field.column(), "an empty field", expected);
    }
    long id = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        throw new BadLineException(field.column(), Text.quote(text), expected);
      }
      id = id * 10 + (c - '0');
      if (id > IdIndex.MAX_ID) {
        throw new BadLineException(
            field.column(), Text.quote(text), expected + " (this one is too large)");
      }
    }
    return id;
  }

  /** Genres separated by bars; none where the text says that there are none. */
  static List<String> genres(String text) {
    if (text.equals("(no genres listed)")) {
      return List.of();
    }
    List<String> genres = new ArrayList<>();
    for (String genre : text.split("\\|", -1)) {
      if (!genre.isBlank()) {
        genres.add(genre.strip());
      }
    }
    return genres;
  }
}
