package io.reelrecs.train.blend;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Movie;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of the movies of a model, whoever asks: popularity, genres, years. Immutable and
 * thread-safe; a few numbers a movie.
 */
final class MovieFacts {

  private final double[] percentile;
  private final int[] likes;
  private final int[] mostRated;
  private final int[][] genres;
  private final int[] year;
  private final int genreCount;

  private MovieFacts(Model model, double positiveFrom) {
    RatingMatrix ratings = model.ratings();
    int movies = ratings.movies();
    percentile = percentiles(ratings);
    likes = new int[movies];
    for (int movie = 0; movie < movies; movie++) {
      for (int p = ratings.columnStart(movie); p < ratings.columnEnd(movie); p++) {
        likes[movie] += ratings.columnRatingAt(p) >= positiveFrom ? 1 : 0;
      }
    }
    mostRated = mostRated(ratings);
    genres = new int[movies][];
    year = new int[movies];
    Map<String, Integer> names = genreNames(model);
    genreCount = names.size();
    for (int movie = 0; movie < movies; movie++) {
      Optional<Movie> known = model.catalog().find(model.movies().idAt(movie));
      List<String> own = known.map(Movie::genres).orElse(List.of());
      genres[movie] = own.stream().mapToInt(names::get).distinct().toArray();
      year[movie] = known.map(Movie::year).orElse(0);
    }
  }

  static MovieFacts of(Model model, double positiveFrom) {
    return new MovieFacts(model, positiveFrom);
  }

  /** The genres in the order of their names, numbered, so that ties go to the first name. */
  private static Map<String, Integer> genreNames(Model model) {
    Map<String, Integer> names = new TreeMap<>();
    model.catalog().movies().forEach(movie -> movie.genres().forEach(name -> names.put(name, 0)));
    int number = 0;
    for (var entry : names.entrySet()) {
      entry.setValue(number++);
    }
    return names;
  }

  private static double[] percentiles(RatingMatrix ratings) {
    int[] ascending = new int[ratings.movies()];
    Arrays.setAll(ascending, ratings::columnLength);
    Arrays.sort(ascending);
    double[] percentile = new double[ascending.length];
    int below = 0;
    int[] belowCount = new int[ascending.length == 0 ? 1 : ascending[ascending.length - 1] + 1];
    for (int i = 0; i < ascending.length; i++) {
      if (i > 0 && ascending[i] != ascending[i - 1]) {
        below = i;
      }
      belowCount[ascending[i]] = below;
    }
    for (int movie = 0; movie < percentile.length; movie++) {
      percentile[movie] = (double) belowCount[ratings.columnLength(movie)] / percentile.length;
    }
    return percentile;
  }

  /** The rated movies by number of ratings, descending; of one number by index, ascending. */
  private static int[] mostRated(RatingMatrix ratings) {
    long[] keys = new long[ratings.movies()];
    int rated = 0;
    for (int movie = 0; movie < ratings.movies(); movie++) {
      if (ratings.columnLength(movie) > 0) {
        keys[rated++] = ((long) -ratings.columnLength(movie) << Integer.SIZE) + movie;
      }
    }
    Arrays.sort(keys, 0, rated);
    int[] order = new int[rated];
    for (int i = 0; i < rated; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  /** The share of all movies that have fewer ratings than this one, in {@code [0, 1)}. */
  double percentile(int movie) {
    return percentile[movie];
  }

  /** How many users liked the movie. */
  int likes(int movie) {
    return likes[movie];
  }

  /** How many movies have a rating. */
  int rated() {
    return mostRated.length;
  }

  /** The movie at a rank by number of ratings, 0 having the most; below {@link #rated()}. */
  int mostRated(int rank) {
    return mostRated[rank];
  }

  /** The number of genres of all movies. */
  int genreCount() {
    return genreCount;
  }

  /** The movie's genres by number, in no order; not to be changed. */
  int[] genres(int movie) {
    return genres[movie];
  }

  /** The movie's year, 0 where it is not known. */
  int year(int movie) {
    return year[movie];
  }
}
