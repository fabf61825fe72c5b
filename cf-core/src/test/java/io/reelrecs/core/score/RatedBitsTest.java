package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import org.junit.jupiter.api.Test;

class RatedBitsTest {

  private static final RatingMatrix RATINGS =
      SampleRatings.random(300, 700, 0.08, SampleRatings.STARS, 12);

  @Test
  void find_isTheRowPosition_orNegative() {
    RatedBits bits = new RatedBits(RATINGS);
    for (int user = 0; user < RATINGS.users(); user++) {
      for (int movie = 0; movie < RATINGS.movies(); movie++) {
        int expected = Math.max(-1, RATINGS.find(user, movie));
        assertThat(bits.find(user, movie)).as("%d, %d", user, movie).isEqualTo(expected);
      }
    }
  }

  @Test
  void find_ofMany_listsThoseThatAreRated() {
    RatedBits bits = new RatedBits(RATINGS);
    int[] movie = {-7, 699, 0, 63, 64, 127, 128, 5, 320};
    int[] place = new int[movie.length];
    int[] position = new int[movie.length];
    int all = 0;
    for (int user = 0; user < RATINGS.users(); user++) {
      int count = bits.find(user, movie, 8, place, position);
      int expected = 0;
      for (int i = 1; i <= 8; i++) {
        if (RATINGS.find(user, movie[i]) >= 0) {
          assertThat(place[expected]).isEqualTo(i);
          assertThat(position[expected++]).isEqualTo(RATINGS.find(user, movie[i]));
        }
      }
      assertThat(count).isEqualTo(expected);
      all += count;
    }
    assertThat(all).isPositive();
  }

  @Test
  void suits_onlyWhereOnePairIn64IsRated() {
    assertThat(RatedBits.suits(RATINGS)).isTrue();
    assertThat(RatedBits.suits(SampleRatings.random(300, 700, 0.01, SampleRatings.STARS, 12)))
        .isFalse();
    assertThat(
            RatedBits.suits(
                RatingMatrix.of(2, 64, new int[] {1, 1}, new int[] {0, 63}, new float[] {4, 5})))
        .isTrue();
    assertThat(
            RatedBits.suits(
                RatingMatrix.of(3, 64, new int[] {1, 1}, new int[] {0, 63}, new float[] {4, 5})))
        .isFalse();
  }
}
