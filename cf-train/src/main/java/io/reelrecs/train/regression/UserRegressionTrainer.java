package io.reelrecs.train.regression;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.model.Baseline;
import io.reelrecs.core.model.UserRegression;

/**
 * Trains the regression over users: for each movie a ridge regression over its raters; formulas at
 * {@link UserRegression}.
 */
public final class UserRegressionTrainer {

  private UserRegressionTrainer() {}

  public static UserRegression train(
      RatingMatrix ratings,
      Baseline baseline,
      UserRegressionParameters parameters,
      int threads,
      RegressionListener listener)
      throws InterruptedException {
    Checks.input(ratings, baseline, threads);
    Side side = Side.ofUsers(ratings, baseline);
    Workers workers = new Workers(threads);
    Effort effort = new Effort(1, RegressionListener.NONE);
    Similarity similarity = new Similarity(side, parameters.shrinkage(), parameters.countWeight());
    float[][] kernel = new float[ratings.users()][];
    workers.forEach(
        kernel.length,
        similarity::newSums,
        (i, sums) -> {
          int user = kernel.length - 1 - i; // the long rows first
          kernel[user] = new float[user + 1];
          similarity.fill(user, kernel[user], sums);
        });
    RidgeSystems systems =
        new RidgeSystems(
            side, kernel, similarity.scale(), parameters.regularization(), parameters.exponent());
    float[] weights = systems.solve(workers, effort);
    Expansion expansion = new Expansion(side, similarity, weights);
    expansion.run(workers, effort);
    return new UserRegression(
        parameters.shrinkage(),
        parameters.countWeight(),
        parameters.strength(),
        expansion.residuals(),
        expansion.counts(),
        side.inOrderOfMatrix(weights));
  }
}
