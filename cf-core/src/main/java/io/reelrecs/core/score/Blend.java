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
 * <p>Immutable and thread-safe; a few passes over the candidates, six arrays allocated per request.
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
    Feature genre = new Feature(size);
    Feature collaborative = new Feature(size);
    Feature popularity = new Feature(size);
    Feature year = new Feature(size);
    for (int i = 0; i < size; i++) {
      genre.take(i, features.genreOverlap(i));
      collaborative.take(i, features.collaborative(i));
      popularity.take(i, features.popularityPercentile(i));
      year.take(i, features.yearPreference(i));
    }
    double[] sums = new double[size];
    for (int i = 0; i < size; i++) {
      sums[i] = weights.cf() * cf.value(i);
    }
    genre.add(weights.genreOverlap(), range, sums);
    collaborative.add(weights.collaborative(), range, sums);
    popularity.add(weights.popularityPercentile(), range, sums);
    year.add(weights.yearPreference(), range, sums);
    float[] scores = new float[size];
    for (int i = 0; i < size; i++) {
      scores[i] = (float) Math.min(1, Math.max(0, sums[i]));
    }
    return new Result(scores, genre.bad + collaborative.bad + popularity.bad + year.bad);
  }

  /** One feature of all candidates, 0 where it is not finite. */
  private static final class Feature {
    private final float[] values;
    private float largest = 1;
    private int bad;

    Feature(int size) {
      values = new float[size];
    }

    void take(int i, float value) {
      if (Math.abs(value) <= Float.MAX_VALUE) {
        values[i] = value;
        if (value > largest) {
          largest = value;
        }
      } else {
        bad++;
      }
    }

    /** Adds weight times feature, divided by its maximum over the request if that exceeds 1. */
    void add(double weight, FeatureRange range, double[] sums) {
      if (range == FeatureRange.RAW || largest == 1) {
        for (int i = 0; i < sums.length; i++) {
          sums[i] += weight * values[i];
        }
      } else {
        double divisor = largest;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += weight * values[i] / divisor;
        }
      }
    }
  }
}
