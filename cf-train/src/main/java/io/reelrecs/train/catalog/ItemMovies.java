package io.reelrecs.train.catalog;

import io.reelrecs.core.model.Movie;
import io.reelrecs.train.input.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code id|title|release date|video date|link|flag|flag...}, the {@code u.item} of MovieLens 100K,
 * with one flag, 0 or 1, for each genre. The genre "unknown" counts as none. A title without a year
 * has that of the release date.
 */
final class ItemMovies implements MovieLine {

  /** The genres of MovieLens 100K in the order of their flags. */
  static final List<String> GENRES =
      List.of(
          "unknown",
          "Action",
          "Adventure",
          "Animation",
          "Children's",
          "Comedy",
          "Crime",
          "Documentary",
          "Drama",
          "Fantasy",
          "Film-Noir",
          "Horror",
          "Musical",
          "Mystery",
          "Romance",
          "Sci-Fi",
          "Thriller",
          "War",
          "Western");

  private static final int DATE = 2;
  private static final int FIRST_FLAG = 5;

  private final List<String> genres;

  /** A parser for lines with a flag for each of these genres. */
  ItemMovies(List<String> genres) {
    this.genres = List.copyOf(genres);
  }

  @Override
  public Movie parse(String line) throws BadLineException {
    List<Field> fields = split(line);
    int expected = FIRST_FLAG + genres.size();
    if (fields.size() != expected) {
      throw new BadLineException(
          0,
          fields.size() + " fields in " + Text.quote(line),
          expected + " fields: id, title, two dates, a link and " + genres.size() + " genre flags");
    }
    Movie movie = MovieLine.movie(fields.get(0), fields.get(1).text(), flagged(fields));
    int released = year(fields.get(DATE).text());
    return movie.year() > 0 || released == 0
        ? movie
        : new Movie(movie.id(), movie.title(), released, movie.genres());
  }

  private static List<Field> split(String line) {
    List<Field> fields = new ArrayList<>();
    int from = 0;
    for (int bar; (bar = line.indexOf('|', from)) >= 0; from = bar + 1) {
      fields.add(Field.of(line, from, bar));
    }
    fields.add(Field.of(line, from, line.length()));
    return fields;
  }

  private List<String> flagged(List<Field> fields) throws BadLineException {
    List<String> flagged = new ArrayList<>();
    for (int i = 0; i < genres.size(); i++) {
      Field flag = fields.get(FIRST_FLAG + i);
      if (flag.text().equals("1")) {
        if (!genres.get(i).equals("unknown")) {
          flagged.add(genres.get(i));
        }
      } else if (!flag.text().equals("0")) {
        throw new BadLineException(
            flag.column(), Text.quote(flag.text()), "0 or 1 for the genre " + genres.get(i));
      }
    }
    return flagged;
  }

  /** The year of a date like 01-Jan-1995, 0 if there is none. */
  private static int year(String date) {
    return date.matches(".*-\\d{4}") ? Integer.parseInt(date.substring(date.length() - 4)) : 0;
  }
}
