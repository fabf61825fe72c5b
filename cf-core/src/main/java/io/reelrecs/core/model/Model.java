package io.reelrecs.core.model;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.search.NeighborGraph;
import java.util.Arrays;
import java.util.Objects;

/**
 * A trained model: everything that scoring needs, with nothing left to compute.
 *
 * <p>Immutable, and safe for any number of threads.
 *
 * @param manifest what the model says of itself
 * @param users external user ids and the matrix rows they stand for
 * @param movies external movie ids and the matrix columns they stand for
 * @param ratings the ratings it was trained on
 * @param missing how rows were compared
 * @param baseline the bias baseline of the ratings
 * @param neighbors the nearest users of every user
 * @param catalog titles, where a movies file was there
 * @param learned what the algorithm learned beyond these
 */
public record Model(
    ModelManifest manifest,
    IdIndex users,
    IdIndex movies,
    RatingMatrix ratings,
    MissingRating missing,
    Baseline baseline,
    NeighborGraph neighbors,
    MovieCatalog catalog,
    Learned learned) {

  /**
   * Checks that the parts fit together, and lays the matrices of what was learned so that scoring
   * is fast: the most rated movies in front, which most questions are about.
   *
   * @throws IllegalArgumentException naming the two parts that do not
   */
  public Model {
    Objects.requireNonNull(manifest, "manifest");
    Objects.requireNonNull(missing, "missing");
    Objects.requireNonNull(catalog, "catalog");
    fit("user ids", users.size(), "matrix rows", ratings.users());
    fit("movie ids", movies.size(), "matrix columns", ratings.movies());
    fit("user biases", baseline.users(), "matrix rows", ratings.users());
    fit("movie biases", baseline.movies(), "matrix columns", ratings.movies());
    fit("neighbor rows", neighbors.rows(), "matrix rows", ratings.users());
    fit(learned, ratings);
    learned = learned.laidOut(mostRatedFirst(ratings));
  }

  /** A model that learned nothing beyond its neighbor graph and its baseline. */
  public Model(
      ModelManifest manifest,
      IdIndex users,
      IdIndex movies,
      RatingMatrix ratings,
      MissingRating missing,
      Baseline baseline,
      NeighborGraph neighbors,
      MovieCatalog catalog) {
    this(manifest, users, movies, ratings, missing, baseline, neighbors, catalog, Learned.NOTHING);
  }

  /** All movies by number of ratings, descending; of one number by index, ascending. */
  private static int[] mostRatedFirst(RatingMatrix ratings) {
    long[] keys = new long[ratings.movies()];
    for (int movie = 0; movie < keys.length; movie++) {
      keys[movie] = ((long) -ratings.columnLength(movie) << Integer.SIZE) + movie;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = (int) keys[i];
    }
    return order;
  }

  private static void fit(Learned learned, RatingMatrix ratings) {
    int size = ratings.size();
    int movies = ratings.movies();
    learned
        .users()
        .ifPresent(
            users -> {
              fit("weights of raters", users.weights().length, "ratings", size);
              fit("regressions over raters", users.counts().rows(), "matrix columns", movies);
            });
    learned
        .movies()
        .ifPresent(
            rated -> {
              fit("weights of movies", rated.weights().length, "ratings", size);
              fit("kernel rows", rated.kernel().rows(), "matrix columns", movies);
            });
    if (learned.ranking() instanceof Ranking.ByNeighbors ranking) {
      fit("thresholds", ranking.threshold().length, "matrix rows", ratings.users());
    } else if (learned.ranking() instanceof Ranking.ByLinearModel ranking) {
      fit("linear model rows", ranking.weights().rows(), "matrix columns", movies);
    }
  }

  private static void fit(String a, int sizeA, String b, int sizeB) {
    if (sizeA != sizeB) {
      throw new IllegalArgumentException(
          a + " and " + b + " must be of one number, actual: " + sizeA + " and " + sizeB);
    }
  }

  /** The title of a movie with its year, or an empty text where it is not known. */
  public String title(long movieId) {
    return catalog.find(movieId).map(Movie::label).orElse("");
  }
}
