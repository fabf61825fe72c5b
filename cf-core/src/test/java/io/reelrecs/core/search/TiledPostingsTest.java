package io.reelrecs.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.matrix.UnitRows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TiledPostingsTest {

  private static final int TILE_ROWS = 64;

  private final RatingMatrix matrix =
      SampleRatings.random(150, 23, 0.2, SampleRatings.HALF_STARS, 11);

  /** Every rating is where its tile and column say, once, rows ascending. */
  @ParameterizedTest
  @EnumSource
  void postings_holdEveryValueOnce(MissingRating missing) {
    UnitRows rows = UnitRows.of(matrix, missing);
    NormOrder order = new NormOrder(rows);
    TiledPostings postings = new TiledPostings(rows, order, TILE_ROWS);
    Tiles tiles = postings.tiles();
    assertThat(tiles.count()).isEqualTo(3);
    int seen = 0;
    for (int tile = 0; tile < tiles.count(); tile++) {
      for (int column = 0; column < rows.columns(); column++) {
        int last = -1;
        for (int p = postings.from(tile, column); p < postings.to(tile, column); p++) {
          int local = postings.postings()[p] >>> 16;
          assertThat(local).isGreaterThan(last).isLessThan(tiles.rows(tile));
          last = local;
          int row = order.rowAt(tiles.first(tile) + local);
          double value = rows.valueAt(matrix.find(row, column));
          double found =
              missing == MissingRating.ZERO ? (short) postings.postings()[p] : postings.values()[p];
          assertThat(found).isEqualTo(value);
          assertThat(tiles.of(order.positionOf(row))).isEqualTo(tile);
          seen++;
        }
      }
    }
    assertThat(seen).isEqualTo(matrix.size());
  }

  @ParameterizedTest
  @EnumSource
  void firstFrom_skipsRowsBelow(MissingRating missing) {
    UnitRows rows = UnitRows.of(matrix, missing);
    TiledPostings postings = new TiledPostings(rows, new NormOrder(rows), TILE_ROWS);
    for (int column = 0; column < rows.columns(); column++) {
      int from = postings.from(1, column);
      int to = postings.to(1, column);
      for (int row = 0; row <= TILE_ROWS; row++) {
        int expected = from;
        while (expected < to && postings.postings()[expected] >>> 16 < row) {
          expected++;
        }
        assertThat(postings.firstFrom(from, to, row)).isEqualTo(expected);
      }
    }
  }
}
