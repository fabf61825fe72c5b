package io.reelrecs.train.evaluate.split;

import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import io.reelrecs.train.ratings.RatingsReader;
import io.reelrecs.train.ratings.ReadListener;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Leave-one-out with sampled negatives that come as files: {@code test.rating} with one held out
 * rating a user ({@code user<TAB>movie<TAB>rating<TAB>timestamp}), and {@code test.negative} with
 * the movies to rank beside it ({@code (user,movie)<TAB>negative<TAB>negative...}).
 *
 * <p>Users and movies stand in these files as numbers from 0, in the order in which the ratings
 * first show them. All ratings but the held out ones are trained on. A user's candidates are a set:
 * a negative that is the held out movie counts once. Any rating counts as a hit.
 *
 * <p>Source of the protocol: He et al., "Neural Collaborative Filtering", WWW 2017. Immutable and
 * thread-safe.
 */
public final class LeaveOneOutProtocol implements Splits {

  private final RatingTable ratings;
  private final boolean[] held;
  private final Candidates candidates;

  private LeaveOneOutProtocol(RatingTable ratings, boolean[] held, Candidates candidates) {
    this.ratings = ratings;
    this.held = held;
    this.candidates = candidates;
  }

  /**
   * The protocol's split.
   *
   * @param ratings all ratings, in the order of their file
   * @param testRating the held out ratings
   * @param testNegative the negatives, for the same users and movies in the same order
   * @throws BadDataException if a file cannot be read, is malformed, names a number or a pair that
   *     the ratings do not have, or the two files do not belong together
   */
  public static LeaveOneOutProtocol read(RatingTable ratings, Path testRating, Path testNegative)
      throws BadDataException {
    FirstAppearance users = FirstAppearance.of(ratings.size(), ratings::userAt);
    FirstAppearance movies = FirstAppearance.of(ratings.size(), ratings::movieAt);
    RatingTable settled = Rows.settled(ratings);
    PairSet pairs = new PairSet(settled.size());
    for (int i = 0; i < settled.size(); i++) {
      pairs.add(settled.userAt(i), settled.movieAt(i));
    }
    RatingTable test =
        RatingsReader.read(testRating, ReadOptions.defaults(), ReadListener.NONE).ratings();
    List<NegativesFile.Line> lines = NegativesFile.read(testNegative);
    if (lines.size() != test.size()) {
      throw new BadDataException(
          testNegative,
          0,
          0,
          lines.size() + " users",
          test.size() + ", as in " + testRating,
          "Check that the two files belong together.");
    }
    boolean[] held = new boolean[settled.size()];
    Candidates.Builder candidates = Candidates.builder();
    for (int i = 0; i < test.size(); i++) {
      long user = test.userAt(i);
      long movie = test.movieAt(i);
      int pair =
          users.has(user) && movies.has(movie) ? pairs.find(users.id(user), movies.id(movie)) : -1;
      if (pair < 0) {
        throw new BadDataException(
            testRating,
            0,
            0,
            "user number %d with movie number %d (rating %d of the file)"
                .formatted(user, movie, i + 1),
            "pairs that are rated, as numbers from 0 in the order in which the ratings show them",
            "Check that the file belongs to these ratings, and that these are in their order.");
      }
      held[pair] = true;
      NegativesFile.Line line = lines.get(i);
      if (line.user() != user || line.movie() != movie) {
        throw new BadDataException(
            testNegative,
            line.number(),
            1,
            "(%d,%d)".formatted(line.user(), line.movie()),
            "(%d,%d), as in %s".formatted(user, movie, testRating),
            "Check that the two files belong together.");
      }
      candidates.add(users.id(user), movies.id(movie));
      candidates.add(users.id(user), ids(testNegative, line, movies));
    }
    return new LeaveOneOutProtocol(settled, held, candidates.build());
  }

  private static long[] ids(Path file, NegativesFile.Line line, FirstAppearance movies)
      throws BadDataException {
    long[] ids = line.negatives().clone();
    for (int i = 0; i < ids.length; i++) {
      if (!movies.has(ids[i])) {
        throw new BadDataException(
            file,
            line.number(),
            0,
            "movie number " + ids[i],
            "a number below " + movies.size() + ", the number of movies rated",
            "Check that the file belongs to these ratings.");
      }
      ids[i] = movies.id(ids[i]);
    }
    return ids;
  }

  @Override
  public String describe() {
    return "leave-one-out protocol with sampled negatives";
  }

  @Override
  public int size() {
    return 1;
  }

  @Override
  public Split split(int i) {
    Objects.checkIndex(i, 1);
    return new Split(
        "leave-one-out",
        Rows.where(ratings, row -> !held[row]),
        Rows.where(ratings, row -> held[row]),
        Relevance.ANY_RATING,
        Optional.of(candidates));
  }
}
