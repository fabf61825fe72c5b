package io.reelrecs.core.model;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.topk.TopK;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the movies most like a given one, by the similarity that the model predicts with where it
 * learned one ({@link MovieRegression#kernel}), else by the cosine of the movies' columns. A column
 * holds what the rows hold that users are compared by: ratings, or ratings less the user's mean.
 *
 * <p>Order: similarity descending, then id ascending; only positive similarities count. The same on
 * every JDK. Thread-safe. A learned similarity costs a look at each movie; a cosine a look at all
 * ratings of those who rated the movie, after one at all ratings that the first call pays for.
 */
public final class SimilarMovies {

  /** By what movies are compared. */
  public enum Measure {
    /** The similarity that the algorithm learned. */
    LEARNED,
    /** The cosine of two movies' ratings. */
    COSINE
  }

  private final Model model;
  private final RatingMatrix ratings;
  private final Optional<MovieRegression> learned;

  /** Norms of the columns, made when first needed; guarded by this. */
  private double[] norms;

  private SimilarMovies(Model model) {
    this.model = model;
    ratings = model.ratings();
    learned = model.learned().movies();
  }

  /** The similar movies of a model. Costs nothing until asked. */
  public static SimilarMovies of(Model model) {
    return new SimilarMovies(model);
  }

  /** By what this model's movies are compared. */
  public Measure measure() {
    return learned.isPresent() ? Measure.LEARNED : Measure.COSINE;
  }

  /**
   * The movies most like this one.
   *
   * @param movieId external id
   * @param k how many; fewer come back when there are fewer of positive similarity
   * @return most similar first; empty for an unknown movie
   * @throws IllegalArgumentException if {@code k} is less than 1
   */
  public List<SimilarMovie> find(long movieId, int k) {
    TopK best = new TopK(Math.min(k, Math.max(1, ratings.movies())));
    int movie = model.movies().indexOf(movieId);
    if (movie < 0) {
      return List.of();
    }
    double[] similarity = learned.isPresent() ? learned(movie) : cosines(movie);
    for (int other = 0; other < similarity.length; other++) {
      if (other != movie && similarity[other] > 0) {
        best.offer(other, similarity[other]);
      }
    }
    best.sort();
    List<SimilarMovie> list = new ArrayList<>(best.size());
    for (int rank = 0; rank < best.size(); rank++) {
      list.add(new SimilarMovie(model.movies().idAt(best.index(rank)), best.score(rank)));
    }
    return list;
  }

  private double[] learned(int movie) {
    double[] similarity = new double[ratings.movies()];
    learned.orElseThrow().kernel().addRow(movie, 1, similarity);
    return similarity;
  }

  private double[] cosines(int movie) {
    double[] length = norms();
    double[] products = new double[ratings.movies()];
    for (int at = ratings.columnStart(movie); at < ratings.columnEnd(movie); at++) {
      int user = ratings.userAt(at);
      double mean = mean(user);
      double rating = ratings.columnRatingAt(at) - mean;
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        products[ratings.movieAt(p)] += rating * (ratings.ratingAt(p) - mean);
      }
    }
    for (int other = 0; other < products.length; other++) {
      double norm = length[movie] * length[other];
      products[other] = norm > 0 ? products[other] / norm : 0;
    }
    return products;
  }

  /** What is taken off a user's ratings. */
  private double mean(int user) {
    if (model.missing() == MissingRating.ZERO) {
      return 0;
    }
    double sum = 0;
    for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
      sum += ratings.ratingAt(p);
    }
    return sum / ratings.rowLength(user);
  }

  private synchronized double[] norms() {
    if (norms == null) {
      double[] squares = new double[ratings.movies()];
      for (int user = 0; user < ratings.users(); user++) {
        double mean = mean(user);
        for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
          double rating = ratings.ratingAt(p) - mean;
          squares[ratings.movieAt(p)] += rating * rating;
        }
      }
      for (int movie = 0; movie < squares.length; movie++) {
        squares[movie] = Math.sqrt(squares[movie]);
      }
      norms = squares;
    }
    return norms;
  }
}
