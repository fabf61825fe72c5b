package io.reelrecs.train.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.ids.IdIndex;
import org.junit.jupiter.api.Test;

class RatingTableTest {

  @Test
  void build_empty() {
    assertThat(RatingTable.builder().build().size()).isZero();
  }

  @Test
  void add_keepsRowsOverManyBlocks() {
    int rows = 3 * 65_536 + 17;
    RatingTable.Builder builder = RatingTable.builder();
    for (int i = 0; i < rows; i++) {
      builder.add(IdIndex.MAX_ID - i, 7L * i, i / 2f, i - 5L);
    }
    assertThat(builder.size()).isEqualTo(rows);
    RatingTable table = builder.build();
    assertThat(table.size()).isEqualTo(rows);
    for (int i = 0; i < rows; i++) {
      if (table.userAt(i) != IdIndex.MAX_ID - i
          || table.movieAt(i) != 7L * i
          || table.ratingAt(i) != i / 2f
          || table.timestampAt(i) != i - 5L) {
        throw new AssertionError("row " + i);
      }
    }
  }

  @Test
  void build_doesNotSeeLaterRows() {
    RatingTable.Builder builder = RatingTable.builder().add(1, 2, 3f, 4);
    RatingTable first = builder.build();
    RatingTable second = builder.add(5, 6, 7f, 8).build();
    assertThat(first.size()).isEqualTo(1);
    assertThat(second.size()).isEqualTo(2);
    assertThat(second.userAt(0)).isEqualTo(1);
    assertThat(second.timestampAt(1)).isEqualTo(8);
  }

  /** None, 32 bits and 64 bits, in any order and over many blocks, added singly or from another. */
  @Test
  void timestampAt_anyMixOfWidths() {
    long[] odd = {0, 978_300_760, -7, 1L << 40, Long.MIN_VALUE, Integer.MAX_VALUE + 1L};
    for (int first = 0; first < odd.length; first++) {
      for (int second = 0; second < odd.length; second++) {
        RatingTable.Builder whole = RatingTable.builder();
        RatingTable.Builder piece = RatingTable.builder();
        int rows = 70_000;
        for (int i = 0; i < rows; i++) {
          piece.add(i, 1, 3f, i < rows / 2 ? odd[first] : i % 2 == 0 ? odd[second] : 0);
          if (piece.size() == 1_777 || i == rows - 1) {
            whole.append(piece);
            piece.clear();
          }
        }
        RatingTable table = whole.build();
        assertThat(table.size()).isEqualTo(rows);
        for (int i = 0; i < rows; i++) {
          long expected = i < rows / 2 ? odd[first] : i % 2 == 0 ? odd[second] : 0;
          if (table.timestampAt(i) != expected || table.userAt(i) != i) {
            throw new AssertionError("row " + i + " of " + first + " " + second);
          }
        }
      }
    }
  }

  @Test
  void append_largeBuilders() {
    RatingTable.Builder piece = RatingTable.builder();
    for (int i = 0; i < 150_000; i++) {
      piece.add(i, 2L * i, i, i);
    }
    RatingTable.Builder whole = RatingTable.builder().add(9, 9, 9f, 9);
    whole.append(piece);
    whole.append(piece);
    RatingTable table = whole.build();
    assertThat(table.size()).isEqualTo(300_001);
    for (int i = 1; i < table.size(); i++) {
      int at = (i - 1) % 150_000;
      if (table.userAt(i) != at
          || table.movieAt(i) != 2L * at
          || table.ratingAt(i) != at
          || table.timestampAt(i) != at) {
        throw new AssertionError("row " + i);
      }
    }
  }

  @Test
  void timestampAt_isZeroWhereThereIsNone() {
    RatingTable table = RatingTable.builder().add(1, 2, 3f, 0).build();
    assertThat(table.timestampAt(0)).isZero();
    assertThatThrownBy(() -> table.timestampAt(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void accessors_outOfBounds() {
    RatingTable table = RatingTable.builder().add(1, 2, 3f, 4).build();
    for (int i : new int[] {-1, 1, 65_536}) {
      assertThatThrownBy(() -> table.userAt(i)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> table.movieAt(i)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> table.ratingAt(i)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> table.timestampAt(i)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void add_refusesWhatIsOutOfRange() {
    RatingTable.Builder builder = RatingTable.builder();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(-1, 2, 3f, 4))
        .withMessage("user must be in [0, 4294967295], actual: -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(1, 4_294_967_296L, 3f, 4))
        .withMessage("movie must be in [0, 4294967295], actual: 4294967296");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.add(1, 2, Float.NaN, 4))
        .withMessage("rating must be finite, actual: NaN");
    assertThat(builder.size()).isZero();
  }
}
