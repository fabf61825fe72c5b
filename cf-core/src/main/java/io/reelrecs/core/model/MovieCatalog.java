package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The movies of a movies file: titles, years and genres, by ascending id.
 *
 * <p>Immutable and thread-safe; a look-up costs what one in {@link IdIndex} costs.
 */
public final class MovieCatalog {

  private static final MovieCatalog EMPTY = new MovieCatalog(List.of());

  private final List<Movie> movies;
  private final IdIndex ids;

  private MovieCatalog(List<Movie> movies) {
    this.movies = movies;
    ids = IdIndex.of(movies.stream().mapToLong(Movie::id).toArray());
  }

  /** A catalog without movies: titles are simply not known. */
  public static MovieCatalog empty() {
    return EMPTY;
  }

  /**
   * A catalog of these movies, in any order.
   *
   * @throws IllegalArgumentException if two movies have the same id
   */
  public static MovieCatalog of(Collection<Movie> movies) {
    List<Movie> sorted = new ArrayList<>(movies);
    sorted.sort(Comparator.comparingLong(Movie::id));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).id() == sorted.get(i - 1).id()) {
        throw new IllegalArgumentException(
            "movie ids must be unique, twice: " + sorted.get(i).id());
      }
    }
    return new MovieCatalog(List.copyOf(sorted));
  }

  /** The number of movies. */
  public int size() {
    return movies.size();
  }

  /** All movies, by ascending id; unmodifiable. */
  public List<Movie> movies() {
    return movies;
  }

  /** The movie with this external id, if it is listed; any {@code long} may be asked for. */
  public Optional<Movie> find(long id) {
    int at = ids.indexOf(id);
    return at == IdIndex.UNKNOWN ? Optional.empty() : Optional.of(movies.get(at));
  }
}
