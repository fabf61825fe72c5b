package io.reelrecs.grpc;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.score.RatedMovies;
import io.reelrecs.grpc.v1.Rating;
import io.reelrecs.grpc.v1.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the fields of one request, and notes what is wrong with them: lengths before contents, so
 * that a list above its limit costs nothing. What it returns counts only once {@link #finish} has
 * found nothing wrong.
 *
 * <p>Not thread-safe; one a request.
 */
final class RequestReader {

  /** How many answers are asked for where a request does not say. */
  static final int DEFAULT_N = 10;

  /** Enough to mend a request by, and few enough for a trailer. */
  static final int MOST_PROBLEMS = 5;

  private final RequestLimits limits;
  private final Optional<RatingScale> scale;
  private final List<FieldProblem> problems = new ArrayList<>();

  /**
   * A reader.
   *
   * @param scale what ratings have to be on, where it is known
   */
  RequestReader(RequestLimits limits, Optional<RatingScale> scale) {
    this.limits = limits;
    this.scale = scale;
  }

  Asker asker(Subject subject) {
    return switch (subject.getGivenCase()) {
      case USER_ID -> Asker.of(id("subject.user_id", subject.getUserId()));
      case RATINGS -> Asker.of(rated(subject.getRatings().getRatingsList()));
      case GIVEN_NOT_SET -> {
        required("subject", "set user_id for a user of the model, or ratings for any other");
        yield Asker.of(0);
      }
    };
  }

  private RatedMovies rated(List<Rating> ratings) {
    String field = "subject.ratings.ratings";
    Map<Long, Double> rated = new HashMap<>();
    if (ratings.size() > limits.maxRatings()) {
      add(
          field,
          ErrorReason.TOO_MANY_RATINGS,
          tooMany("ratings", limits.maxRatings(), ratings.size(), "send the latest ones"));
      return RatedMovies.of(rated);
    }
    for (int i = 0; i < ratings.size() && !full(); i++) {
      Rating rating = ratings.get(i);
      long movie = rating.getMovieId();
      if (!inRange(movie)) {
        id(field + "[" + i + "].movie_id", movie);
      } else if (!onScale(rating.getValue())) {
        add(field + "[" + i + "].value", ErrorReason.RATING_OUT_OF_SCALE, offScale(rating));
      } else if (rated.put(movie, rating.getValue()) != null) {
        add(
            field + "[" + i + "].movie_id",
            ErrorReason.DUPLICATE_MOVIE,
            "each movie must be rated at most once, twice: " + movie + "; send the latest rating");
      }
    }
    return RatedMovies.of(problems.isEmpty() ? rated : Map.of());
  }

  /** Rounded to a float as those of the model are. */
  private boolean onScale(double rating) {
    double rounded = (float) rating;
    return scale
        .map(known -> rounded >= known.lo() && rounded <= known.hi())
        .orElse(Double.isFinite(rating));
  }

  private String offScale(Rating rating) {
    String range =
        scale
            .map(known -> "in [" + known.lo() + ", " + known.hi() + "], the scale of the model")
            .orElse("a finite number");
    return "a rating must be " + range + ", actual: " + rating.getValue() + "; convert it";
  }

  long[] movieIds(String field, List<Long> ids) {
    if (ids.size() > limits.maxCandidates()) {
      add(
          field,
          ErrorReason.TOO_MANY_CANDIDATES,
          tooMany(
              "movie ids", limits.maxCandidates(), ids.size(), "send them in several requests"));
      return new long[0];
    }
    long[] movies = new long[ids.size()];
    for (int i = 0; i < movies.length && !full(); i++) {
      long id = ids.get(i);
      movies[i] = inRange(id) ? id : id(field + "[" + i + "]", id);
    }
    return movies;
  }

  private static String tooMany(String what, int most, int actual, String next) {
    return "a request must have at most " + most + " " + what + ", actual: " + actual + "; " + next;
  }

  long id(String field, boolean present, long id) {
    if (!present) {
      required(field, "set it; 0 is an id like any other");
    }
    return id(field, id);
  }

  private long id(String field, long id) {
    if (inRange(id)) {
      return id;
    }
    add(
        field,
        ErrorReason.ID_OUT_OF_RANGE,
        "an id must be in [0, " + IdIndex.MAX_ID + "], actual: " + id + "; send it unsigned");
    return 0;
  }

  private static boolean inRange(long id) {
    return id >= 0 && id <= IdIndex.MAX_ID;
  }

  int n(int n) {
    if (n == 0) {
      return Math.min(DEFAULT_N, limits.maxN());
    }
    if (n < 0 || n > limits.maxN()) {
      add(
          "n",
          ErrorReason.N_OUT_OF_RANGE,
          "must be in [1, " + limits.maxN() + "], or 0 for the default, actual: " + n);
    }
    return n;
  }

  private void required(String field, String next) {
    add(field, ErrorReason.FIELD_REQUIRED, "must be set; " + next);
  }

  private boolean full() {
    return problems.size() >= MOST_PROBLEMS;
  }

  private void add(String field, ErrorReason reason, String description) {
    if (!full()) {
      problems.add(new FieldProblem(field, reason, description));
    }
  }

  /**
   * Ends the reading.
   *
   * @throws BadRequestException if anything was wrong
   */
  void finish() {
    if (!problems.isEmpty()) {
      throw new BadRequestException(problems);
    }
  }
}
