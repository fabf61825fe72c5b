package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ScorerConcurrencyTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 1500;

  private final Model model = SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9);
  private final long[] movies = model.movies().toArray();

  /** One scorer, many threads: working memory that two of them shared would show. */
  @Test
  void score_isTheSame_fromManyThreadsAtOnce() throws Exception {
    List<List<Score>> batches = new ArrayList<>();
    List<List<Recommendation>> lists = new ArrayList<>();
    for (long user : model.users().toArray()) {
      batches.add(Scorer.of(model).score(user, movies).asList());
      lists.add(Scorer.of(model).recommend(user, 10));
    }
    Scorer shared = Scorer.of(model);
    CountDownLatch start = new CountDownLatch(THREADS);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> ends = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        Random random = new Random(thread);
        ends.add(
            pool.submit(
                () -> {
                  start.countDown();
                  start.await();
                  for (int round = 0; round < ROUNDS; round++) {
                    int user = random.nextInt(batches.size());
                    long id = model.users().idAt(user);
                    int movie = random.nextInt(movies.length);
                    assertThat(shared.score(id, movies).asList()).isEqualTo(batches.get(user));
                    assertThat(shared.recommend(id, 10)).isEqualTo(lists.get(user));
                    assertThat(shared.score(id, movies[movie]))
                        .isEqualTo(batches.get(user).get(movie));
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      assertThat(ends).hasSize(THREADS);
    } finally {
      pool.shutdownNow();
    }
  }
}
