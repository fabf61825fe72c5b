package io.reelrecs.train.blend;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.search.CosineSearch;
import io.reelrecs.core.topk.Neighbor;
import io.reelrecs.core.topk.TopK;
import java.util.Arrays;
import java.util.Objects;

/**
 * Makes requests the way the existing pipeline does: candidates that similar users liked, and four
 * features of each. It sees the ratings that the model was trained on, and nothing else.
 *
 * <p>Similar users are the nearest by cosine of the rating rows, as in the reference algorithm,
 * those who share no movie left out. Candidates are the movies that most of them liked and the user
 * has not rated, ties to the lower id; where these are too few, the most rated movies that the user
 * has not rated fill the request up. The features:
 *
 * <ul>
 *   <li>collaborative: how many of the similar users liked the movie; a count from 0 on, since that
 *       is what the existing pipeline sends
 *   <li>genre overlap: the Jaccard index of the movie's genres and the user's favorite ones, those
 *       of most liked movies; 0 where either has none
 *   <li>popularity percentile: the share of movies that have fewer ratings
 *   <li>year preference: 1 at the mean year of what the user liked, falling in a straight line to
 *       0; 0.5 where a year is not known
 * </ul>
 *
 * <p>Immutable and thread-safe. A request costs a search for the similar users and a pass over
 * their ratings: some tenths of a millisecond at the size of MovieLens 1M.
 */
public final class Pipeline {

  private final Model model;
  private final PipelineParameters parameters;
  private final CosineSearch search;
  private final MovieFacts facts;

  private Pipeline(Model model, PipelineParameters parameters) {
    this.model = model;
    this.parameters = Objects.requireNonNull(parameters, "parameters");
    search = CosineSearch.over(UnitRows.of(model.ratings(), MissingRating.ZERO));
    facts = MovieFacts.of(model, parameters.positiveFrom());
  }

  /**
   * A pipeline over the ratings and the catalog of a model. Costs a few passes over the ratings.
   */
  public static Pipeline of(Model model, PipelineParameters parameters) {
    return new Pipeline(model, parameters);
  }

  /**
   * Makes the request for a user.
   *
   * @param userId external id; for an unknown user the candidates are the most rated movies
   */
  public PipelineRequest request(long userId) {
    int user = model.users().indexOf(userId);
    RatingMatrix ratings = model.ratings();
    boolean[] excluded = new boolean[ratings.movies()];
    UserTaste taste = new UserTaste(facts, parameters);
    int[] counts = new int[ratings.movies()];
    if (user != IdIndex.UNKNOWN) {
      for (int p = ratings.rowStart(user); p < ratings.rowEnd(user); p++) {
        excluded[ratings.movieAt(p)] = true;
        if (ratings.ratingAt(p) >= parameters.positiveFrom()) {
          taste.like(ratings.movieAt(p));
        }
      }
      countLikes(user, counts);
    }
    taste.settle();
    int[] movies = candidates(counts, excluded);
    PipelineRequest request = new PipelineRequest(userId, movies.length);
    for (int i = 0; i < movies.length; i++) {
      int movie = movies[i];
      request.set(
          i,
          model.movies().idAt(movie),
          taste.genreOverlap(movie),
          counts[movie],
          facts.percentile(movie),
          taste.yearPreference(movie));
    }
    return request;
  }

  /** How many users liked each candidate of a request: popularity as a ranking has it. */
  double[] likes(PipelineRequest request) {
    double[] likes = new double[request.size()];
    Arrays.setAll(likes, i -> facts.likes(model.movies().indexOf(request.movieId(i))));
    return likes;
  }

  private void countLikes(int user, int[] counts) {
    RatingMatrix ratings = model.ratings();
    for (Neighbor neighbor : search.nearest(user, parameters.similarUsers())) {
      if (!(neighbor.similarity() > 0)) {
        break; // the others come after it
      }
      int other = neighbor.index();
      for (int p = ratings.rowStart(other); p < ratings.rowEnd(other); p++) {
        counts[ratings.movieAt(p)] += ratings.ratingAt(p) >= parameters.positiveFrom() ? 1 : 0;
      }
    }
  }

  /** Candidates by ascending index, which is ascending id; takes them into {@code excluded}. */
  private int[] candidates(int[] counts, boolean[] excluded) {
    int room = Math.min(parameters.candidates(), Math.max(1, counts.length));
    TopK most = new TopK(room);
    for (int movie = 0; movie < counts.length; movie++) {
      if (counts[movie] > 0 && !excluded[movie]) {
        most.offer(movie, counts[movie]);
      }
    }
    most.sort();
    int[] movies = new int[room];
    int size = 0;
    for (; size < most.size(); size++) {
      movies[size] = most.index(size);
      excluded[movies[size]] = true;
    }
    for (int rank = 0; rank < facts.rated() && size < movies.length; rank++) {
      if (!excluded[facts.mostRated(rank)]) {
        movies[size++] = facts.mostRated(rank);
      }
    }
    int[] ascending = Arrays.copyOf(movies, size);
    Arrays.sort(ascending);
    return ascending;
  }
}
