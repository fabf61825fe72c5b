package io.reelrecs.core.score;

/**
 * The weights of a {@link Blend}. They need not sum to 1; the blended score is clamped.
 *
 * @param cf weight of the collaborative filtering score
 * @param genreOverlap weight of the client's genre overlap
 * @param collaborative weight of the client's own collaborative feature
 * @param popularityPercentile weight of the movie's popularity percentile
 * @param yearPreference weight of the year preference
 */
public record BlendWeights(
    double cf,
    double genreOverlap,
    double collaborative,
    double popularityPercentile,
    double yearPreference) {

  /** The weights that clients are used to: 0.40, 0.25, 0.20, 0.10 and 0.05. */
  public static final BlendWeights DEFAULT = new BlendWeights(0.40, 0.25, 0.20, 0.10, 0.05);

  /**
   * Checks that every weight is finite and not negative.
   *
   * @throws IllegalArgumentException naming the weight that is not
   */
  public BlendWeights {
    check("cf", cf);
    check("genreOverlap", genreOverlap);
    check("collaborative", collaborative);
    check("popularityPercentile", popularityPercentile);
    check("yearPreference", yearPreference);
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "weight " + name + " must be finite and >= 0, actual: " + weight);
    }
  }
}
