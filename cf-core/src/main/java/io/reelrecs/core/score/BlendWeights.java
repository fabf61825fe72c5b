package io.reelrecs.core.score;

/**
 * The weights of a {@link Blend}. Each is in {@code [0, 1000]}. They need not sum to 1; the blended
 * score is clamped.
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

  /** More than any use; far from where a weighted sum of {@code float} features overflows. */
  private static final double MAX = 1000;

  /** The weights that clients are used to: 0.40, 0.25, 0.20, 0.10 and 0.05. */
  public static final BlendWeights DEFAULT = new BlendWeights(0.40, 0.25, 0.20, 0.10, 0.05);

  /**
   * Checks every weight.
   *
   * @throws IllegalArgumentException naming the weight that is not in {@code [0, 1000]}
   */
  public BlendWeights {
    check("cf", cf);
    check("genreOverlap", genreOverlap);
    check("collaborative", collaborative);
    check("popularityPercentile", popularityPercentile);
    check("yearPreference", yearPreference);
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0 && weight <= MAX)) {
      throw new IllegalArgumentException(
          "weight " + name + " must be in [0, " + MAX + "], actual: " + weight);
    }
  }
}
