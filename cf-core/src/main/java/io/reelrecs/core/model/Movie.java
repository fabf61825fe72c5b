package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a movie besides its ratings.
 *
 * @param id external id, as {@link IdIndex} takes it
 * @param title title without the year; empty when not known
 * @param year year of release, at most {@value #MAX_YEAR}; 0 when not known
 * @param genres genre names in the order of the source; empty when none are known
 */
public record Movie(long id, String title, int year, List<String> genres) {

  /** The latest year that a model file holds. */
  public static final int MAX_YEAR = Short.MAX_VALUE;

  /**
   * Copies the genres and refuses nulls.
   *
   * @throws IllegalArgumentException if the id or the year is out of range
   */
  public Movie {
    if (id < 0 || id > IdIndex.MAX_ID) {
      throw new IllegalArgumentException(
          "movie id must be in [0, " + IdIndex.MAX_ID + "], actual: " + id);
    }
    if (year < 0 || year > MAX_YEAR) {
      throw new IllegalArgumentException("year must be in [0, " + MAX_YEAR + "], actual: " + year);
    }
    Objects.requireNonNull(title, "title");
    genres = List.copyOf(genres);
  }

  /**
   * The title with its year in parentheses where there is one, for people to read; empty without a
   * title.
   */
  public String label() {
    return year == 0 || title.isEmpty() ? title : title + " (" + year + ")";
  }
}
