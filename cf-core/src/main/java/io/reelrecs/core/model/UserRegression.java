package io.reelrecs.core.model;

import io.reelrecs.core.matrix.ScaledMatrix;
import java.util.Objects;

/**
 * What the users who rated a movie say of it: kernel ridge regression of residuals, one for every
 * movie over its raters, on a similarity of users.
 *
 * <p>With residuals {@code e} after the baseline, {@code x_u = 1 / sqrt(sum_j e_uj^2 + shrinkage)}
 * and {@code c_u = 1 / sqrt(n_u)}, the similarity is {@code K(u,v) = x_u x_v sum_j e_uj e_vj +
 * countWeight c_u c_v n_uv}: a shrunk cosine of residuals, and the share of movies in common. Movie
 * {@code i} gives each of its raters {@code v} a weight {@code a_vi}, and the prediction for a user
 * is {@code F(u,i) = sum_v K(u,v) a_vi}.
 *
 * <p>Since the similarity is a sum over movies {@code j} that u rated, the sum over v can be taken
 * beforehand: {@code F(u,i) = x_u sum_j e_uj R_ij + countWeight c_u sum_j C_ij}, with {@code R_ij =
 * sum_v a_vi x_v e_vj} and {@code C_ij = sum_v a_vi c_v} over the raters of both. That is what is
 * stored, and it serves users who were not trained on as well.
 *
 * <p>Source: Saunders et al., "Ridge Regression Learning Algorithm in Dual Variables", ICML 1998;
 * for jointly derived neighbor weights Bell and Koren, "Scalable Collaborative Filtering with
 * Jointly Derived Neighborhood Interpolation Weights", ICDM 2007.
 *
 * @param shrinkage added to a user's sum of squared residuals, more than 0
 * @param countWeight weight of what users have in common whatever they thought of it, not negative
 * @param strength what the prediction is multiplied by
 * @param residuals R, movies by movies, the row being the movie that is predicted; rounded
 * @param counts C, likewise
 * @param weights a, by column position of the rating matrix; kept, and not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one float a rating; shared, never changed
public record UserRegression(
    double shrinkage,
    double countWeight,
    Strength strength,
    ScaledMatrix residuals,
    ScaledMatrix counts,
    float[] weights) {

  /**
   * Checks that the parts are of one size and all figures in range.
   *
   * @throws IllegalArgumentException naming the one that is not
   */
  public UserRegression {
    Objects.requireNonNull(strength, "strength");
    Regressions.checkParameters(shrinkage, countWeight);
    Regressions.checkFinite("weights", weights);
    Regressions.checkSquare("residuals", residuals);
    Regressions.checkSquare("counts", counts);
    if (residuals.rows() != counts.rows()) {
      throw new IllegalArgumentException(
          "residuals and counts must be of one size, actual: "
              + residuals.rows()
              + " and "
              + counts.rows());
    }
  }

  /** This with equal matrices that lie elsewhere. */
  UserRegression with(ScaledMatrix sameResiduals, ScaledMatrix sameCounts) {
    return new UserRegression(shrinkage, countWeight, strength, sameResiduals, sameCounts, weights);
  }
}
