package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import org.junit.jupiter.api.Test;

class RatedFilterTest {

  @Test
  void mayHave_isTrueForEveryRating_andSeldomElse() {
    RatingMatrix ratings = SampleRatings.random(300, 700, 0.08, SampleRatings.STARS, 12);
    RatedFilter filter = new RatedFilter(ratings);
    int unrated = 0;
    int wrong = 0;
    for (int user = 0; user < ratings.users(); user++) {
      for (int movie = 0; movie < ratings.movies(); movie++) {
        if (ratings.find(user, movie) >= 0) {
          assertThat(filter.mayHave(user, movie)).as("%d, %d", user, movie).isTrue();
        } else {
          unrated++;
          wrong += filter.mayHave(user, movie) ? 1 : 0;
        }
      }
    }

    assertThat((double) wrong / unrated).isLessThan(1.5 / 16);
  }

  @Test
  void mayHave_isFalse_forAUserWithoutRatings() {
    RatingMatrix ratings =
        RatingMatrix.of(2, 3, new int[] {1, 1}, new int[] {0, 2}, new float[] {4, 5});
    RatedFilter filter = new RatedFilter(ratings);

    for (int movie = 0; movie < 3; movie++) {
      assertThat(filter.mayHave(0, movie)).isFalse();
    }
    assertThat(filter.mayHave(1, 0)).isTrue();
    assertThat(filter.mayHave(1, 2)).isTrue();
  }
}
