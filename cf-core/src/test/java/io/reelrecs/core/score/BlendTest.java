package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlendTest {

  private static final float NAN = Float.NaN;
  private static final float INF = Float.POSITIVE_INFINITY;

  /** Candidates as rows of genre overlap, collaborative, popularity percentile, year preference. */
  @SuppressWarnings("ArrayRecordComponent") // only read
  private record Rows(float[]... rows) implements BlendFeatures {
    @Override
    public int size() {
      return rows.length;
    }

    @Override
    public float genreOverlap(int candidate) {
      return rows[candidate][0];
    }

    @Override
    public float collaborative(int candidate) {
      return rows[candidate][1];
    }

    @Override
    public float popularityPercentile(int candidate) {
      return rows[candidate][2];
    }

    @Override
    public float yearPreference(int candidate) {
      return rows[candidate][3];
    }
  }

  @Test
  void weights_areThoseThatClientsKnow() {
    assertThat(BlendWeights.DEFAULT).isEqualTo(new BlendWeights(0.40, 0.25, 0.20, 0.10, 0.05));
  }

  /** 0.40 * 0.5 + 0.25 * 0.8 + 0.20 * 0.25 + 0.10 * 0.9 + 0.05 * 0.4 = 0.56, by hand. */
  @ParameterizedTest
  @EnumSource(FeatureRange.class)
  void blend_isTheWeightedSum_withinUnitRange(FeatureRange range) {
    assertThat(blend(range, cf(0.5), row(0.8f, 0.25f, 0.9f, 0.4f)).scores()).containsExactly(0.56f);
  }

  @Test
  void blend_givesEachFeatureItsOwnWeight() {
    double[] zeros = {0, 0, 0, 0, 1};
    float[] scores =
        blend(
                FeatureRange.RESCALE,
                cf(zeros),
                row(1, 0, 0, 0),
                row(0, 1, 0, 0),
                row(0, 0, 1, 0),
                row(0, 0, 0, 1),
                row(0, 0, 0, 0))
            .scores();

    assertThat(scores).containsExactly(0.25f, 0.20f, 0.10f, 0.05f, 0.40f);
  }

  @Test
  void blend_rescalesAFeatureByItsMaximumInTheRequest() {
    float[] scores =
        blend(
                FeatureRange.RESCALE,
                cf(0, 0, 0),
                row(1, 500, 0, 0),
                row(1, 250, 0, 0),
                row(1, 1, 0, 0))
            .scores();

    assertThat(scores).containsExactly(0.45f, 0.35f, (float) (0.25 + 0.2 * 1 / 500));
  }

  @Test
  void blend_rescalesEachFeatureByItself() {
    float[] scores =
        blend(
                FeatureRange.RESCALE,
                cf(0, 0, 0, 0),
                row(2, 0, 0, 0),
                row(0, 4, 0, 0),
                row(0, 0, 8, 0),
                row(0, 0, 0, 16))
            .scores();

    assertThat(scores).containsExactly(0.25f, 0.20f, 0.10f, 0.05f);
  }

  @Test
  void blend_takesFeaturesAsTheyAre_whenRaw() {
    float[] scores = blend(FeatureRange.RAW, cf(0, 0), row(0, 2, 0, 0), row(0, 500, 0, 0)).scores();

    assertThat(scores).containsExactly(0.4f, 1f);
  }

  @ParameterizedTest
  @EnumSource(FeatureRange.class)
  void blend_clampsBelow(FeatureRange range) {
    assertThat(blend(range, cf(0.1), row(-5, 0, 0, 0)).scores()).containsExactly(0f);
  }

  @ParameterizedTest
  @EnumSource(FeatureRange.class)
  void blend_countsWhatIsNotFinite_asZero(FeatureRange range) {
    Blend.Result result =
        blend(
            range,
            cf(0.5, 0.5, 0.5),
            row(NAN, 1, 1, 1),
            row(1, INF, -INF, NAN),
            row(0, 0.5f, 0, 0));

    assertThat(result.badFeatures()).isEqualTo(4);
    assertThat(result.scores()).containsExactly(0.55f, 0.45f, 0.30f);
  }

  @Test
  void blend_isNeverNaN_onTheLargestFeaturesAndWeights() {
    double most = 1000;
    Blend blend = new Blend(new BlendWeights(most, most, most, most, most), FeatureRange.RAW);
    float max = Float.MAX_VALUE;

    assertThat(
            blend
                .blend(cf(1, 1), new Rows(row(max, -max, max, max), row(-max, max, -max, -max)))
                .scores())
        .containsExactly(1f, 0f);
  }

  @Test
  void blend_takesNoCandidatesAtAll() {
    Blend.Result result = blend(FeatureRange.RESCALE, cf());

    assertThat(result.scores()).isEmpty();
    assertThat(result.badFeatures()).isZero();
  }

  @Test
  void blend_refusesSizesThatDiffer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> blend(FeatureRange.RAW, cf(1, 1), row(0, 0, 0, 0)))
        .withMessage("scores and features must be of one size, actual: 2 and 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1001, Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE})
  void weights_areChecked(double bad) {
    refuse("cf", bad, () -> new BlendWeights(bad, 0, 0, 0, 0));
    refuse("genreOverlap", bad, () -> new BlendWeights(0, bad, 0, 0, 0));
    refuse("collaborative", bad, () -> new BlendWeights(0, 0, bad, 0, 0));
    refuse("popularityPercentile", bad, () -> new BlendWeights(0, 0, 0, bad, 0));
    refuse("yearPreference", bad, () -> new BlendWeights(0, 0, 0, 0, bad));
  }

  @Test
  void constructor_refusesNulls() {
    assertThatNullPointerException()
        .isThrownBy(() -> new Blend(null, FeatureRange.RAW))
        .withMessage("weights");
    assertThatNullPointerException()
        .isThrownBy(() -> new Blend(BlendWeights.DEFAULT, null))
        .withMessage("range");
  }

  private static void refuse(String name, double bad, ThrowingCallable call) {
    assertThatIllegalArgumentException()
        .isThrownBy(call)
        .withMessage("weight " + name + " must be in [0, 1000.0], actual: " + bad);
  }

  private static Blend.Result blend(FeatureRange range, Scores cf, float[]... rows) {
    return new Blend(BlendWeights.DEFAULT, range).blend(cf, new Rows(rows));
  }

  private static float[] row(float genre, float collaborative, float popularity, float year) {
    return new float[] {genre, collaborative, popularity, year};
  }

  private static Scores cf(double... values) {
    Scores scores = new Scores(values.length);
    for (int i = 0; i < values.length; i++) {
      scores.set(i, values[i], 1, ScoreSource.NEIGHBORS, 1);
    }
    return scores;
  }
}
