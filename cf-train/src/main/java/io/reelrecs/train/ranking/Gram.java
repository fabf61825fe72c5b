package io.reelrecs.train.ranking;

import io.reelrecs.core.matrix.RatingMatrix;
import java.util.Arrays;
import org.ojalgo.structure.Access2D;
import org.ojalgo.structure.Mutate2D;

/**
 * The regularized Gram matrix of the positives, {@code X' W X + diag(lambda + dropout (X' W
 * X)_jj)}, movies by movies, handed over column by column so that it is held once only, by who
 * receives it. Only the diagonal and what is below it are set: a Cholesky decomposition reads no
 * more.
 *
 * <p>Every entry is summed over users in ascending order, so that it is the same bits everywhere.
 * Costs the sum of half the squares of the users' numbers of positives.
 */
final class Gram implements Access2D.Collectable<Double, Mutate2D> {

  private final RatingMatrix positives;

  /** By row position of the positives, x. */
  private final double[] weight;

  /** By user, the entry of W. */
  private final double[] userWeight;

  private final LinearModelParameters parameters;

  /** By column position of the positives, the row position of the same entry. */
  private final int[] rowPosition;

  Gram(
      RatingMatrix positives,
      double[] weight,
      double[] userWeight,
      LinearModelParameters parameters) {
    this.positives = positives;
    this.weight = weight;
    this.userWeight = userWeight;
    this.parameters = parameters;
    rowPosition = rowPositions(positives);
  }

  /** Columns hold their users in ascending order, so that each row is met from its first entry. */
  private static int[] rowPositions(RatingMatrix positives) {
    int[] position = new int[positives.size()];
    int[] next = new int[positives.movies()];
    for (int p = 0; p < position.length; p++) {
      int movie = positives.movieAt(p);
      position[positives.columnStart(movie) + next[movie]++] = p;
    }
    return position;
  }

  @Override
  public int getRowDim() {
    return positives.movies();
  }

  @Override
  public int getColDim() {
    return positives.movies();
  }

  @Override
  public void supplyTo(Mutate2D receiver) {
    double[] sums = new double[positives.movies()];
    for (int column = 0; column < sums.length; column++) {
      addColumn(column, sums);
      sums[column] += parameters.lambda() + parameters.dropout() * sums[column];
      for (int row = column; row < sums.length; row++) {
        receiver.set(row, column, sums[row]);
      }
      Arrays.fill(sums, column, sums.length, 0);
    }
  }

  /** Adds the entries of a column from the diagonal down. */
  private void addColumn(int column, double[] sums) {
    for (int c = positives.columnStart(column); c < positives.columnEnd(column); c++) {
      int user = positives.userAt(c);
      int first = rowPosition[c];
      double factor = userWeight[user] * weight[first];
      for (int p = first; p < positives.rowEnd(user); p++) {
        sums[positives.movieAt(p)] += factor * weight[p];
      }
    }
  }
}
