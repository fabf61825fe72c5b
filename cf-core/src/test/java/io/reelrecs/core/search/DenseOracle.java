package io.reelrecs.core.search;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.topk.Neighbor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * All cosines by a dense matrix product of ojAlgo, and the nearest by a full sort. Shares nothing
 * with the search but the ratings.
 */
final class DenseOracle {

  private final MatrixStore<Double> products;
  private final int rows;

  DenseOracle(RatingMatrix matrix, MissingRating missing) {
    rows = matrix.users();
    R064Store dense = R064Store.FACTORY.make(rows, Math.max(1, matrix.movies()));
    for (int user = 0; user < rows; user++) {
      double sum = 0;
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        sum += matrix.ratingAt(p);
      }
      double mean = missing == MissingRating.USER_MEAN ? sum / matrix.rowLength(user) : 0;
      for (int p = matrix.rowStart(user); p < matrix.rowEnd(user); p++) {
        dense.set(user, matrix.movieAt(p), matrix.ratingAt(p) - mean);
      }
    }
    products = dense.multiply(dense.transpose());
  }

  double cosine(int a, int b) {
    double squares = products.doubleValue(a, a) * products.doubleValue(b, b);
    return squares > 0 ? products.doubleValue(a, b) / Math.sqrt(squares) : 0;
  }

  /** The k nearest others by similarity descending, then index ascending. */
  List<Neighbor> nearest(int row, int k) {
    List<Neighbor> all = new ArrayList<>();
    for (int other = 0; other < rows; other++) {
      if (other != row) {
        all.add(new Neighbor(other, cosine(row, other)));
      }
    }
    all.sort(
        Comparator.comparingDouble(Neighbor::similarity)
            .reversed()
            .thenComparingInt(Neighbor::index));
    return all.subList(0, Math.min(k, all.size()));
  }
}
