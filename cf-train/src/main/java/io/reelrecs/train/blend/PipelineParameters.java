package io.reelrecs.train.blend;

/**
 * How a {@link Pipeline} makes requests.
 *
 * @param candidates movies in a request, at least 1; fewer where fewer are left
 * @param positiveFrom the lowest rating that counts as liking; not NaN
 * @param similarUsers users who are asked what they liked, at least 1
 * @param yearReach so many years from the user's mean year the preference has fallen to 0; more
 *     than 0
 * @param favoriteGenres how many genres a user likes at most, at least 1
 */
public record PipelineParameters(
    int candidates, double positiveFrom, int similarUsers, double yearReach, int favoriteGenres) {

  /** 200 candidates, ratings of 4 and more, 500 similar users, 25 years, 5 genres. */
  public static final PipelineParameters DEFAULT = new PipelineParameters(200, 4, 500, 25, 5);

  /**
   * Checks all of them.
   *
   * @throws IllegalArgumentException naming the one that is out of range
   */
  public PipelineParameters {
    atLeastOne("candidates", candidates);
    atLeastOne("similarUsers", similarUsers);
    atLeastOne("favoriteGenres", favoriteGenres);
    if (Double.isNaN(positiveFrom)) {
      throw new IllegalArgumentException("positiveFrom must be a number, actual: NaN");
    }
    if (!(yearReach > 0 && yearReach < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("yearReach must be > 0 and finite, actual: " + yearReach);
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, actual: " + value);
    }
  }

  /** These with another number of candidates. */
  public PipelineParameters withCandidates(int other) {
    return new PipelineParameters(other, positiveFrom, similarUsers, yearReach, favoriteGenres);
  }

  /** These with another lowest rating that counts as liking. */
  public PipelineParameters withPositiveFrom(double other) {
    return new PipelineParameters(candidates, other, similarUsers, yearReach, favoriteGenres);
  }

  /** These with another number of similar users. */
  public PipelineParameters withSimilarUsers(int other) {
    return new PipelineParameters(candidates, positiveFrom, other, yearReach, favoriteGenres);
  }
}
