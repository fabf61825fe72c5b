package io.reelrecs.core.model;

import java.util.List;
import java.util.Objects;

/**
 * What is known of a movie besides its ratings.
 *
 * @param id external id
 * @param title title without the year; empty when not known
 * @param year year of release, 0 when not known
 * @param genres genre names in the order of the source; empty when none are known
 */
public record Movie(long id, String title, int year, List<String> genres) {

  /** Copies the genres and refuses nulls. */
  public Movie {
    Objects.requireNonNull(title, "title");
    genres = List.copyOf(genres);
  }

  /** The title with its year in parentheses where there is one, for people to read. */
  public String label() {
    return year == 0 ? title : title + " (" + year + ")";
  }
}
