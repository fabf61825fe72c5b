package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch for a known user allocates its result, and nothing else. */
class ScorerAllocationTest {

  private static final int LEAST = 20;
  private static final int MOST = 3_020;

  static Stream<Model> everyKind() {
    return SampleLearned.everyKind(SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void score_allocatesTheResultAlone(Model model) {
    Scorer scorer = Scorer.of(model);
    long few = bytes(scorer, model, LEAST);
    long many = bytes(scorer, model, MOST);

    // Two doubles, an int and a byte; arrays end on 8 bytes.
    assertThat(many - few).isBetween(21L * (MOST - LEAST) - 32, 21L * (MOST - LEAST) + 32);
    assertThat(few).as("arrays' heads, the result's own object").isLessThan(21L * LEAST + 200);
  }

  /** The least of several, for the machine now and then allocates something of its own. */
  private static long bytes(Scorer scorer, Model model, int candidates) {
    assumeThat(ManagementFactory.getThreadMXBean()).isInstanceOf(ThreadMXBean.class);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] movies = new long[candidates];
    for (int i = 0; i < candidates; i++) {
      movies[i] = model.movies().idAt(i % model.movies().size());
    }
    long least = Long.MAX_VALUE;
    long me = Thread.currentThread().getId();
    for (int round = 0; round < 20; round++) {
      long before = threads.getThreadAllocatedBytes(me);
      Scores scores = scorer.score(model.users().idAt(7), movies);
      least = Math.min(least, threads.getThreadAllocatedBytes(me) - before);
      assertThat(scores.size()).isEqualTo(candidates);
    }
    return least;
  }
}
