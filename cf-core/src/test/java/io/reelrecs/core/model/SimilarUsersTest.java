package io.reelrecs.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.search.SearchOptions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SimilarUsersTest {

  private static final int USERS = 40;

  private final RatingMatrix ratings =
      SampleRatings.random(USERS, 30, 0.3, SampleRatings.STARS, 11);

  /** More than the stored graph holds is searched for, and must go on where the graph ends. */
  @ParameterizedTest
  @EnumSource(MissingRating.class)
  void find_isTheSame_storedAndSearched(MissingRating missing) {
    SimilarUsers stored = SimilarUsers.of(SampleModels.of(ratings, USERS - 1, missing));
    SimilarUsers searched = SimilarUsers.of(SampleModels.of(ratings, 4, missing));

    for (int user = 0; user < USERS; user++) {
      long id = 10L * user + 3;
      for (int k : new int[] {1, 3, 4, 5, 38, 39, 40, 1000}) {
        assertThat(searched.find(id, k)).as("user %d, k %d", id, k).isEqualTo(stored.find(id, k));
        assertThat(searched.find(id, k)).hasSize(Math.min(k, USERS - 1));
      }
    }
  }

  @Test
  void find_speaksOfExternalIds() {
    Model model = SampleModels.of(ratings, 4, MissingRating.ZERO);
    SimilarUser nearest = SimilarUsers.of(model).find(3, 2).get(0);

    assertThat(nearest.userId()).isEqualTo(10L * model.neighbors().neighbor(0, 0) + 3);
    assertThat(nearest.similarity()).isEqualTo(model.neighbors().similarity(0, 0));
  }

  @Test
  void findEach_answersInTheGivenOrder_unknownUsersAndRepeatsIncluded() {
    SimilarUsers similar = SimilarUsers.of(SampleModels.of(ratings, 4, MissingRating.ZERO));
    long[] asked = {53, 999, 3, 53, -1};
    for (int k : new int[] {2, 9}) {
      List<List<SimilarUser>> found = similar.findEach(asked, new SearchOptions(k, 2));

      assertThat(found)
          .containsExactly(
              similar.find(53, k), List.of(), similar.find(3, k), similar.find(53, k), List.of());
      assertThat(found.get(0)).hasSize(k);
    }
    assertThat(similar.findEach(new long[0], SearchOptions.DEFAULT)).isEmpty();
  }

  @Test
  void find_refusesLessThanOne() {
    SimilarUsers similar = SimilarUsers.of(SampleModels.of(ratings, 4, MissingRating.ZERO));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> similar.find(3, 0))
        .withMessage("k must be >= 1, actual: 0");
  }

  @Test
  void find_isEmpty_forAnOnlyUser() {
    RatingMatrix one = SampleRatings.dense(new float[] {5});

    assertThat(SimilarUsers.of(SampleModels.of(one, 20, MissingRating.ZERO)).find(3, 7)).isEmpty();
  }
}
