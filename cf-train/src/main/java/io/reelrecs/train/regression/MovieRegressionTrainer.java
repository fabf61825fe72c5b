package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.FloatMatrix;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.MovieRegression;

/**
 * Trains the regression over movies: for each user a ridge regression over the movies rated;
 * formulas at {@link MovieRegression}.
 */
public final class MovieRegressionTrainer {

  private MovieRegressionTrainer() {}

  public static MovieRegression train(
      RatingMatrix ratings,
      Baseline baseline,
      MovieRegressionParameters parameters,
      int threads,
      RegressionListener listener)
      throws InterruptedException {
    Checks.input(ratings, baseline, threads);
    Side side = Side.ofMovies(ratings, baseline);
    Workers workers = new Workers(threads);
    Effort effort = new Effort(1, RegressionListener.NONE);
    Similarity similarity = new Similarity(side, parameters.shrinkage(), parameters.countWeight());
    int n = ratings.movies();
    float[][] kernel = new float[n][n];
    workers.forEach(
        n, similarity::newSums, (i, sums) -> similarity.fill(n - 1 - i, kernel[n - 1 - i], sums));
    Mirror.lowerToUpper(kernel, workers);
    if (parameters.twoStepWeight() > 0) {
      float[][] square = new TwoSteps(kernel).square(workers, effort);
      float[] z = new float[n];
      for (int i = 0; i < n; i++) {
        z[i] = (float) (1 / Math.sqrt(square[i][i] + 1e-6));
      }
      float w = (float) parameters.twoStepWeight();
      workers.forEach(
          n,
          (i, none) -> {
            float[] row = kernel[i];
            float[] squares = square[i];
            float own = w * z[i];
            for (int j = 0; j <= i; j++) {
              row[j] += squares[j] * own * z[j];
            }
          });
    }
    RidgeSystems systems =
        new RidgeSystems(
            side, kernel, similarity.scale(), parameters.regularization(), parameters.exponent());
    float[] weights = systems.solve(workers, effort);
    return new MovieRegression(
        parameters.regularization(),
        parameters.exponent(),
        parameters.strength(),
        FloatMatrix.ofRows(n, Mirror.inOldOrder(kernel, side.things(), workers)),
        side.inOrderOfMatrix(weights));
  }
}
