package io.reelrecs.cli.loadtest;

import io.reelrecs.grpc.proto.CandidateFeatures;
import io.reelrecs.grpc.proto.ScoreRequest;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Makes requests as a recommendation pipeline sends them: a user, and candidates drawn by their
 * popularity with the features that the pipeline computes. Genre overlap is a Jaccard index,
 * popularity a percentile, year preference falls with the distance in years, and the collaborative
 * score is no share but a count of similar users, 1 to {@value #MOST_SIMILAR_USERS}.
 *
 * <p>The same population and seed give the same requests. Not thread-safe.
 */
public final class RequestMaker {

  private static final int MOST_SIMILAR_USERS = 500;
  private static final int LIKED_GENRES = 5;
  private static final double YEARS_OF_TASTE = 15;
  private static final int DAYS = 365;
  private static final int FIRST_LIKED_YEAR = 1950;

  /** Draws of a movie that the request has already, before its neighbor is taken instead. */
  private static final int PATIENCE = 50;

  private final Population population;
  private final int candidates;
  private final SplittableRandom random;

  /**
   * A maker of requests.
   *
   * @param candidates how many each has, all different; 1 to the number of movies
   * @throws IllegalArgumentException if there are not as many movies
   */
  public RequestMaker(Population population, int candidates, long seed) {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates must be >= 1, actual: " + candidates);
    }
    if (candidates > population.movies()) {
      throw new IllegalArgumentException(
          "candidates must be at most the "
              + population.movies()
              + " movies there are, actual: "
              + candidates);
    }
    this.population = population;
    this.candidates = candidates;
    this.random = new SplittableRandom(seed);
  }

  /** The next request. */
  ScoreRequest next() {
    long user = population.drawUser(random);
    SplittableRandom taste = new SplittableRandom(user);
    int liked = MovieFacts.genres(taste, LIKED_GENRES);
    int year = FIRST_LIKED_YEAR + taste.nextInt(MovieFacts.LAST_YEAR - FIRST_LIKED_YEAR + 1);
    ScoreRequest.Builder request = ScoreRequest.newBuilder().setUserId((int) user);
    BitSet taken = new BitSet(population.movies());
    for (int i = 0; i < candidates; i++) {
      int movie = population.drawMovie(random);
      for (int again = 0; taken.get(movie) && again < PATIENCE; again++) {
        movie = population.drawMovie(random);
      }
      movie = free(taken, movie);
      taken.set(movie);
      request.addFeatures(features(population.facts(movie), liked, year));
    }
    return request.build();
  }

  /** This movie, or the next one that the request does not have yet. */
  private int free(BitSet taken, int movie) {
    int free = taken.nextClearBit(movie);
    return free < population.movies() ? free : taken.nextClearBit(0);
  }

  private CandidateFeatures features(MovieFacts movie, int liked, int likedYear) {
    int shared = Integer.bitCount(movie.genres() & liked);
    int similar = 1 + (int) ((MOST_SIMILAR_USERS - 1) * movie.share() * random.nextDouble());
    double distance = Math.abs(movie.year() - likedYear);
    int age = MovieFacts.LAST_YEAR - movie.year();
    return CandidateFeatures.newBuilder()
        .setMovieId((int) movie.id())
        .setGenreOverlapScore((float) shared / Integer.bitCount(movie.genres() | liked))
        .setGenreDiversityScore(1 - (float) shared / Integer.bitCount(movie.genres()))
        .setCollaborativeScore(similar)
        .setSimilarUsersCount(similar)
        .setAvgRating(movie.average())
        .setRatingCount(movie.ratings())
        .setPopularityPercentile(movie.percentile())
        .setMovieYear(movie.year())
        .setYearPreferenceScore((float) Math.exp(-distance / YEARS_OF_TASTE))
        .setDaysSinceReleased(age * DAYS + random.nextInt(DAYS))
        .build();
  }

  /** The user of another request. */
  int nextUser() {
    return (int) population.drawUser(random);
  }
}
