package io.reelrecs.core.score;

import java.util.Objects;

/**
 * The weighted formula that turns a collaborative filtering score and a client's features into the
 * score of the wire: the sum of weight times feature, clamped to {@code [0, 1]}.
 *
 * <p>A feature that is NaN or infinite counts as 0 and is reported in {@link Result#badFeatures()}.
 * Sums are taken in {@code double}, in the order of {@link BlendWeights}, and rounded to {@code
 * float} once.
 *
 * <p>Immutable and thread-safe; two passes over the candidates, one array allocated per request.
 */
public final class Blend {

  private final BlendWeights weights;
  private final FeatureRange range;

  /** A blend with these weights. */
  public Blend(BlendWeights weights, FeatureRange range) {
    this.weights = Objects.requireNonNull(weights, "weights");
    this.range = Objects.requireNonNull(range, "range");
  }

  /**
   * A blended request.
   *
   * @param scores one score in {@code [0, 1]} per candidate, in the order of the request; owned by
   *     the receiver
   * @param badFeatures how many feature values were NaN or infinite and counted as 0
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Result(float[] scores, int badFeatures) {}

  /**
   * Blends the scores of one request with its features.
   *
   * @param cf the collaborative filtering score of each candidate
   * @param features the client's features of the same candidates
   * @throws IllegalArgumentException if the two differ in size
   */
  public Result blend(Scores cf, BlendFeatures features) {
    int size = features.size();
    if (cf.size() != size) {
      throw new IllegalArgumentException(
          "scores and features must be of one size, actual: " + cf.size() + " and " + size);
    }
    Divisors divisors = new Divisors();
    int bad = 0;
    for (int i = 0; i < size; i++) {
      bad += divisors.see(features, i);
    }
    boolean raw = range == FeatureRange.RAW;
    double genre = raw ? 1 : divisors.genre;
    double collaborative = raw ? 1 : divisors.collaborative;
    double popularity = raw ? 1 : divisors.popularity;
    double year = raw ? 1 : divisors.year;
    float[] scores = new float[size];
    for (int i = 0; i < size; i++) {
      double sum =
          weights.cf() * cf.value(i)
              + weights.genreOverlap() * finite(features.genreOverlap(i)) / genre
              + weights.collaborative() * finite(features.collaborative(i)) / collaborative
              + weights.popularityPercentile()
                  * finite(features.popularityPercentile(i))
                  / popularity
              + weights.yearPreference() * finite(features.yearPreference(i)) / year;
      scores[i] = (float) Math.min(1, Math.max(0, sum));
    }
    return new Result(scores, bad);
  }

  private static double finite(float feature) {
    return Float.isFinite(feature) ? feature : 0;
  }

  /** Each feature's maximum over the request, 1 where it stays within 1. */
  private static final class Divisors {
    private double genre = 1;
    private double collaborative = 1;
    private double popularity = 1;
    private double year = 1;

    /** Takes one candidate in and counts its features that are not finite. */
    int see(BlendFeatures features, int i) {
      float g = features.genreOverlap(i);
      float c = features.collaborative(i);
      float p = features.popularityPercentile(i);
      float y = features.yearPreference(i);
      genre = Math.max(genre, finite(g));
      collaborative = Math.max(collaborative, finite(c));
      popularity = Math.max(popularity, finite(p));
      year = Math.max(year, finite(y));
      return bad(g) + bad(c) + bad(p) + bad(y);
    }

    private static int bad(float feature) {
      return Float.isFinite(feature) ? 0 : 1;
    }
  }
}
