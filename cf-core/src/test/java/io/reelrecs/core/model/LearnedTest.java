package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.ScaledMatrix;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What learned parts refuse, and that they fit the model they are put into. */
class LearnedTest {

  private static final Strength STRENGTH = new Strength(1, 0, 0);

  private static ScaledMatrix square(int size) {
    return ScaledMatrix.ofRows(size, new float[size][size]);
  }

  @Test
  void nothing_isTheGraphAndThePrediction() {
    Model model = SampleModels.random(3, 4, 0.5, SampleRatings.STARS, 1);

    assertThat(model.learned()).isEqualTo(Learned.NOTHING);
    assertThat(Learned.NOTHING.ranking()).isEqualTo(new Ranking.ByPrediction());
    assertThat(Learned.NOTHING.ranking().positiveFrom()).isInfinite();
    assertThatNullPointerException()
        .isThrownBy(() -> new Learned(Optional.empty(), Optional.empty(), null))
        .withMessage("ranking");
  }

  @Test
  void model_refusesPartsThatDoNotFit() {
    Model model = SampleModels.random(3, 4, 0.5, SampleRatings.STARS, 1);
    int ratings = model.ratings().size();
    float[] weights = new float[ratings];
    Ranking any = new Ranking.ByPrediction();

    refuse(model, users(4, new float[ratings + 1]), "weights of raters and ratings", ratings + 1);
    refuse(model, users(5, weights), "regressions over raters and matrix columns", 5);
    refuse(model, movies(4, new float[1]), "weights of movies and ratings", 1);
    refuse(model, movies(3, weights), "kernel rows and matrix columns", 3);
    Ranking twoUsers = new Ranking.ByNeighbors(4, 1, 1, 0, new double[2], new int[2]);
    refuse(model, learned(twoUsers), "thresholds and matrix rows", 2);
    Ranking fiveMovies = new Ranking.ByLinearModel(4, 1, square(5));
    refuse(model, learned(fiveMovies), "linear model rows and matrix columns", 5);
    assertThat(SampleModels.with(model, learned(any)).learned().ranking()).isSameAs(any);
  }

  private static Learned users(int movies, float[] weights) {
    return new Learned(
        Optional.of(new UserRegression(1, 0, STRENGTH, square(movies), square(movies), weights)),
        Optional.empty(),
        new Ranking.ByPrediction());
  }

  private static Learned movies(int movies, float[] weights) {
    return new Learned(
        Optional.empty(),
        Optional.of(new MovieRegression(1, 0, STRENGTH, square(movies), weights)),
        new Ranking.ByPrediction());
  }

  private static Learned learned(Ranking ranking) {
    return new Learned(Optional.empty(), Optional.empty(), ranking);
  }

  private static void refuse(Model model, Learned learned, String what, int actual) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SampleModels.with(model, learned))
        .withMessageStartingWith(what + " must be of one number, actual: " + actual + " and ");
  }

  @Test
  void regressions_refuseMatricesThatAreNotOfOneSize() {
    ScaledMatrix oblong = ScaledMatrix.ofRows(2, new float[3][2]);
    float[] none = {};
    refuse(
        () -> new UserRegression(1, 0, STRENGTH, oblong, square(3), none),
        "residuals must be square, actual: 3 x 2");
    refuse(
        () -> new UserRegression(1, 0, STRENGTH, square(3), oblong, none),
        "counts must be square, actual: 3 x 2");
    refuse(
        () -> new UserRegression(1, 0, STRENGTH, square(3), square(2), none),
        "residuals and counts must be of one size, actual: 3 and 2");
    refuse(
        () -> new MovieRegression(1, 0, STRENGTH, oblong, none),
        "kernel must be square, actual: 3 x 2");
    refuse(() -> new Ranking.ByLinearModel(4, 1, oblong), "weights must be square, actual: 3 x 2");
    refuse(
        () -> new UserRegression(1, 0, STRENGTH, square(1), square(1), new float[] {Float.NaN}),
        "weights must be finite, actual: NaN");
  }

  @Test
  void byNeighbors_refusesThresholdsWithoutALast() {
    refuse(
        () -> new Ranking.ByNeighbors(4, 1, 1, 0, new double[2], new int[3]),
        "threshold and last must be of one length, actual: 2 and 3");
    refuse(
        () -> new Ranking.ByNeighbors(4, 0, 1, 0, new double[2], new int[2]),
        "k must be >= 1, actual: 0");
  }

  private static void refuse(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }

  @Test
  void strength_isAddedUpFromBothSides() {
    Strength strength = new Strength(0.7, 0.2, -0.1);

    assertThat(strength.ofUser(99)).isCloseTo(0.7 + 0.2 * (Math.log(100) - 5), within(1e-12));
    assertThat(strength.ofMovie(0)).isCloseTo(0.6, within(1e-12));
    assertThat(new Strength(0.5, 0, 0).ofUser(0)).isEqualTo(0.5);
    assertThat(new Strength(0.5, 0, 0).ofMovie(7)).isEqualTo(0);
  }

  @Test
  void penalty_growsWithRatings() {
    MovieRegression regression = new MovieRegression(3, 0.5, STRENGTH, square(0), new float[0]);

    assertThat(regression.penalty(100)).isEqualTo(3);
    assertThat(regression.penalty(400)).isCloseTo(6, within(1e-12));
    assertThat(regression.penalty(0)).isZero();
    assertThat(MovieRegression.penalty(3, 0, 7)).isEqualTo(3);
    assertThat(MovieRegression.penalty(3, 1, 50)).isCloseTo(1.5, within(1e-12));
  }

  @Test
  void weightOfARating_risesFromTheLowestPositiveToTheTop() {
    Ranking.ByLinearModel linear = new Ranking.ByLinearModel(3, 0.4, square(0));

    assertThat(linear.weight(2.99, 5)).isZero();
    assertThat(linear.weight(3, 5)).isCloseTo(0.4, within(1e-15));
    assertThat(linear.weight(4, 5)).isCloseTo(0.7, within(1e-15));
    assertThat(linear.weight(5, 5)).isEqualTo(1);
    assertThat(linear.weight(3, 3)).isEqualTo(1); // a scale that is a point
    assertThat(Ranking.ByLinearModel.weight(-9, Double.NEGATIVE_INFINITY, 0.4, 5)).isEqualTo(1);
    assertThat(Ranking.ByLinearModel.weight(5, Double.POSITIVE_INFINITY, 0.4, 5)).isZero();
  }
}
