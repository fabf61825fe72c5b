package io.reelrecs.train.blend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.ratings.RatingTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class BlendCasesTest {

  private final BlendPlan plan = ToyMovies.plan(3);

  private static BlendCases cases(BlendPlan plan) throws InterruptedException {
    return BlendCases.of(plan, plan.protocol().of(plan.ratings()).split(0), BlendListener.NONE);
  }

  /** All that is asked of a server, user by user. */
  private static List<String> asked(BlendCases cases) {
    List<String> lines = new ArrayList<>();
    for (BlendCase each : cases.cases()) {
      PipelineRequest r = each.request();
      for (int i = 0; i < r.size(); i++) {
        lines.add(
            r.userId()
                + " "
                + r.movieId(i)
                + ": "
                + each.cf().value(i)
                + " "
                + r.genreOverlap(i)
                + " "
                + r.collaborative(i)
                + " "
                + r.popularityPercentile(i)
                + " "
                + r.yearPreference(i));
      }
    }
    return lines;
  }

  /** The same ratings, in which some rows have another value. */
  private static RatingTable changed(RatingTable ratings, IntToDoubleFunction value) {
    RatingTable.Builder changed = RatingTable.builder();
    for (int i = 0; i < ratings.size(); i++) {
      changed.add(ratings.userAt(i), ratings.movieAt(i), (float) value.applyAsDouble(i), 0);
    }
    return changed.build();
  }

  private static Set<String> pairs(RatingTable table) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < table.size(); i++) {
      pairs.add(table.userAt(i) + " " + table.movieAt(i));
    }
    return pairs;
  }

  @Test
  void requests_otherValuesOfHeldOutRatings_changeNothing() throws InterruptedException {
    RatingTable ratings = plan.ratings();
    Split split = plan.protocol().of(ratings).split(0);
    Set<String> held = pairs(split.test());
    IntToDoubleFunction upsideDown =
        i ->
            held.contains(ratings.userAt(i) + " " + ratings.movieAt(i))
                ? 9 - ratings.ratingAt(i) // always liked, where it was not
                : ratings.ratingAt(i);
    BlendPlan other = ToyMovies.plan(changed(ratings, upsideDown));
    assertThat(pairs(other.protocol().of(other.ratings()).split(0).test())).isEqualTo(held);

    BlendCases before = cases(plan);
    BlendCases after = cases(other);

    Set<String> known = new HashSet<>(asked(before));
    Set<Long> users = new HashSet<>();
    before.cases().forEach(each -> users.add(each.request().userId()));
    assertThat(asked(after))
        .filteredOn(line -> users.contains(Long.valueOf(line.substring(0, line.indexOf(' ')))))
        .isNotEmpty()
        .allMatch(known::contains);
    assertThat(after.hits()).isNotEqualTo(before.hits());
  }

  @Test
  void requests_otherValuesOfTrainingRatings_changeThem() throws InterruptedException {
    Split split = plan.protocol().of(plan.ratings()).split(0);
    RatingTable train = split.train();
    Split turned =
        new Split(
            "turned",
            changed(train, i -> train.ratingAt(i) == 4 ? 3 : train.ratingAt(i)),
            split.test());

    assertThat(asked(BlendCases.of(plan, turned, BlendListener.NONE)))
        .isNotEqualTo(asked(BlendCases.of(plan, split, BlendListener.NONE)));
  }

  @Test
  void requests_areOfMoviesThatWereNotTrainedOn() throws InterruptedException {
    Split split = plan.protocol().of(plan.ratings()).split(0);
    Set<String> trained = pairs(split.train());

    for (BlendCase each : BlendCases.of(plan, split, BlendListener.NONE).cases()) {
      for (long movie : each.request().movieIds()) {
        assertThat(trained).doesNotContain(each.request().userId() + " " + movie);
      }
    }
  }

  @Test
  void wanted_isWhatWasHeldOutAndLikedAmongTheCandidates() throws InterruptedException {
    RatingTable test = plan.protocol().of(plan.ratings()).split(0).test();
    BlendCases cases = cases(plan);
    long found = 0;
    Set<String> liked = new HashSet<>();
    for (int i = 0; i < test.size(); i++) {
      if (test.ratingAt(i) >= 4) {
        liked.add(test.userAt(i) + " " + test.movieAt(i));
      }
    }
    for (BlendCase each : cases.cases()) {
      long[] wanted =
          Arrays.stream(each.request().movieIds())
              .filter(movie -> liked.contains(each.request().userId() + " " + movie))
              .toArray();
      assertThat(each.wanted()).isNotEmpty().isEqualTo(wanted);
      found += wanted.length;
    }

    assertThat(cases.hits().found()).isEqualTo(found);
    assertThat(cases.hits().liked()).isEqualTo(liked.size());
    assertThat(cases.hits().measured()).isEqualTo(cases.cases().size());
    assertThat(cases.hits().recall()).isEqualTo((double) found / liked.size());
  }

  @Test
  void cases_doNotDependOnThreads() throws InterruptedException {
    assertThat(asked(cases(plan.withThreads(3)))).isEqualTo(asked(cases(plan.withThreads(1))));
  }

  @Test
  void maxUsers_drawsSoMany_theSameEachTime() throws InterruptedException {
    BlendCases few = cases(plan.withMaxUsers(10));

    assertThat(few.hits().users()).isLessThanOrEqualTo(10);
    assertThat(asked(cases(plan))).containsAll(asked(few));
    assertThat(asked(cases(plan.withMaxUsers(10)))).isEqualTo(asked(few));
    assertThat(asked(cases(plan.withMaxUsers(10).withSeed(2)))).isNotEqualTo(asked(few));
  }

  @Test
  void nothingLiked_isRefused() {
    BlendPlan picky = plan.withPipeline(plan.pipeline().withPositiveFrom(6));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> cases(picky))
        .withMessageStartingWith("no user liked a candidate");
  }

  @Test
  void plan_outOfRange_isNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withMaxUsers(0))
        .withMessage("maxUsers must be >= 1, actual: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withThreads(0))
        .withMessage("threads must be >= 1, actual: 0");
  }

  @Test
  void plan_default_isPinned() {
    BlendPlan standard = BlendPlan.of(plan.ratings(), plan.catalog());
    Splits splits = standard.protocol().of(plan.ratings());

    assertThat(splits.describe()).isEqualTo("per-user hold-out of 0.2, seed 1");
    assertThat(standard.recipe().text()).isEqualTo("fusion");
    assertThat(standard.pipeline()).isEqualTo(PipelineParameters.DEFAULT);
    assertThat(standard.maxUsers()).isEqualTo(20_000);
  }
}
