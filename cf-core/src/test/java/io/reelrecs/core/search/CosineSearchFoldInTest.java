package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import io.reelrecs.core.topk.Neighbor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A search for a row that is not there finds what it would find if it were. */
class CosineSearchFoldInTest {

  private static final int ROWS = 33;

  @ParameterizedTest
  @EnumSource
  void nearest_ofARowThatIsNotThere_isWhatIsFoundWithIt(CosineSearchContract.Values values) {
    for (MissingRating missing : MissingRating.values()) {
      for (int seed = 0; seed < 12; seed++) {
        int columns = 3 + 11 * (seed % 4);
        RatingMatrix all =
            SampleRatings.random(ROWS, columns, 0.1 + 0.07 * seed, values.ratings(), seed);
        CosineSearch with = CosineSearch.over(UnitRows.of(all, missing));
        CosineSearch without = CosineSearch.over(UnitRows.of(withoutLast(all), missing));
        for (int k : new int[] {1, 6, ROWS - 1, ROWS, 1000}) {
          List<Neighbor> expected = with.nearest(ROWS - 1, k);

          assertThat(nearestOfLast(without, all, k))
              .as("%s, seed %d, k %d", missing, seed, k)
              .isEqualTo(expected);
          SearchOptions options = new SearchOptions(k, 1);
          NeighborGraph batch =
              with.nearestOfEach(new int[] {ROWS - 1}, options, SearchListener.NONE);
          assertThat(expected).isEqualTo(CosineSearchContract.neighbors(batch, 0));
        }
      }
    }
  }

  private static RatingMatrix withoutLast(RatingMatrix all) {
    int size = all.rowStart(all.users() - 1);
    int[] start = new int[all.users()];
    int[] movie = new int[size];
    float[] rating = new float[size];
    for (int user = 0; user < all.users(); user++) {
      start[user] = all.rowStart(user);
    }
    for (int p = 0; p < size; p++) {
      movie[p] = all.movieAt(p);
      rating[p] = all.ratingAt(p);
    }
    return RatingMatrix.ofRows(all.movies(), start, movie, rating);
  }

  /** The arrays are longer than what counts of them, as those of a caller may be. */
  private static List<Neighbor> nearestOfLast(CosineSearch search, RatingMatrix all, int k) {
    int row = all.users() - 1;
    int size = all.rowLength(row);
    int[] column = new int[size + 2];
    double[] rating = new double[size + 2];
    Arrays.fill(rating, 99);
    for (int i = 0; i < size; i++) {
      column[i] = all.movieAt(all.rowStart(row) + i);
      rating[i] = all.ratingAt(all.rowStart(row) + i);
    }
    return search.nearest(column, rating, size, k);
  }

  @ParameterizedTest
  @EnumSource
  void nearest_ofNoRatings_isZeroToAll(MissingRating missing) {
    CosineSearch search = search(missing, new float[] {1, 2}, new float[] {2, 1});

    assertThat(search.nearest(new int[0], new double[0], 0, 5))
        .containsExactly(new Neighbor(0, 0), new Neighbor(1, 0));
    assertThat(search.nearest(new int[0], new double[0], 0, 1)).hasSize(1);
  }

  @Test
  void nearest_findsNobody_whereThereIsNobody() {
    RatingMatrix nobody = RatingMatrix.of(0, 3, new int[0], new int[0], new float[0]);
    CosineSearch search = CosineSearch.over(UnitRows.of(nobody, MissingRating.ZERO));

    assertThat(search.nearest(new int[] {1}, new double[] {4}, 1, 5)).isEmpty();
  }

  /** A half star among whole ones: 3.5 is between the steps that the rows are made of. */
  @Test
  void nearest_takesARatingOffTheGrid() {
    CosineSearch search =
        search(MissingRating.ZERO, new float[] {3, 4}, new float[] {4, Float.NaN});

    assertThat(search.nearest(new int[] {0, 1}, new double[] {1.5, 2}, 2, 2))
        .containsExactly(new Neighbor(0, 1), new Neighbor(1, 0.6));
  }

  @Test
  void nearest_refusesABadArgument() {
    CosineSearch search = search(MissingRating.ZERO, new float[] {1, 2});
    double[] rating = {1};

    assertThatIllegalArgumentException()
        .isThrownBy(() -> search.nearest(new int[] {0}, rating, 1, 0))
        .withMessage("k must be >= 1, actual: 0");
    assertThatThrownBy(() -> search.nearest(new int[] {2}, rating, 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> search.nearest(new int[] {-1}, rating, 1, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static CosineSearch search(MissingRating missing, float[]... cells) {
    return CosineSearch.over(UnitRows.of(SampleRatings.dense(cells), missing));
  }
}
