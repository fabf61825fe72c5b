package io.reelrecs.train.catalog;

import io.reelrecs.core.model.Movie;
import io.reelrecs.train.input.Text;

/**
 * {@code id::Title (Year)::Genre|Genre}: the id ends at the first {@code ::}, the title at the
 * last.
 */
final class DatMovies implements MovieLine {

  @Override
  public Movie parse(String line) throws BadLineException {
    int first = line.indexOf("::");
    int last = line.lastIndexOf("::");
    if (first < 0 || last < first + 2) {
      throw new BadLineException(0, Text.quote(line), "a movie as id::title::genre|genre");
    }
    return MovieLine.movie(
        Field.of(line, 0, first),
        line.substring(first + 2, last),
        MovieLine.genres(line.substring(last + 2).strip()));
  }
}
