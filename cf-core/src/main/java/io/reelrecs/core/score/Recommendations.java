package io.reelrecs.core.score;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The movies recommended to a user, best first, and why there are no more of them. An unmodifiable
 * list.
 */
public final class Recommendations extends AbstractList<Recommendation> implements RandomAccess {

  private final List<Recommendation> movies;
  private final int asked;
  private final int rated;
  private final int nobodyRated;

  /**
   * A list.
   *
   * @param movies best first; copied
   * @param asked how many were asked for
   * @param rated movies left out because the user rated them
   * @param nobodyRated movies left out because nobody rated them
   */
  public Recommendations(List<Recommendation> movies, int asked, int rated, int nobodyRated) {
    this.movies = List.copyOf(movies);
    this.asked = asked;
    this.rated = rated;
    this.nobodyRated = nobodyRated;
  }

  @Override
  public Recommendation get(int rank) {
    return movies.get(rank);
  }

  @Override
  public int size() {
    return movies.size();
  }

  /**
   * Why there are fewer than were asked for, as in "the model has 3706 movies, of which the user
   * rated 53 and 10 were rated by nobody"; empty where there are as many.
   */
  public Optional<String> shortfall() {
    if (size() >= asked) {
      return Optional.empty();
    }
    int all = size() + rated + nobodyRated;
    StringBuilder reason = new StringBuilder("the model has ").append(all);
    reason.append(all == 1 ? " movie" : " movies").append(", of which the user rated ");
    reason.append(rated);
    if (nobodyRated > 0) {
      reason.append(" and ").append(nobodyRated);
      reason.append(nobodyRated == 1 ? " was" : " were").append(" rated by nobody");
    }
    return Optional.of(reason.toString());
  }
}
