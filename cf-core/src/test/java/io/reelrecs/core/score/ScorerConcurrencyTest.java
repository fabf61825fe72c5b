package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScorerConcurrencyTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 400;
  private static final int RATED = 12;

  static Stream<Model> everyKind() {
    return SampleLearned.everyKind(SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9));
  }

  /** All that is answered to one user, known or given by ratings. */
  private record Answers(
      List<Score> batch, List<Recommendation> best, List<Double> ranks, Explanation explanation) {

    static Answers of(Scorer scorer, long user, long[] movies) {
      return new Answers(
          scorer.score(user, movies).asList(),
          scorer.recommend(user, 10),
          DoubleStream.of(scorer.rank(user, movies)).boxed().toList(),
          scorer.explain(user, movies[7]));
    }

    static Answers of(Scorer scorer, RatedMovies rated, long[] movies) {
      return new Answers(
          scorer.score(rated, movies).asList(),
          scorer.recommend(rated, 10),
          DoubleStream.of(scorer.rank(rated, movies)).boxed().toList(),
          scorer.explain(rated, movies[7]));
    }
  }

  /** One scorer, many threads: working memory that two of them shared would show. */
  @ParameterizedTest
  @MethodSource("everyKind")
  void everyAnswer_isTheSame_fromManyThreadsAtOnce(Model model) throws Exception {
    long[] users = model.users().toArray();
    long[] movies = model.movies().toArray();
    List<RatedMovies> rated = new ArrayList<>();
    List<Answers> expected = new ArrayList<>();
    for (long user : users) {
      expected.add(Answers.of(Scorer.of(model), user, movies));
    }
    for (int i = 0; i < RATED; i++) {
      rated.add(RatedMovies.of(ScorerContract.ratingsOf(model, 3 * i)));
      expected.add(Answers.of(Scorer.of(model), rated.get(i), movies));
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
                    int one = random.nextInt(expected.size());
                    Answers found =
                        one < users.length
                            ? Answers.of(shared, users[one], movies)
                            : Answers.of(shared, rated.get(one - users.length), movies);
                    assertThat(found.equals(expected.get(one))).as("user %d", one).isTrue();
                    int user = random.nextInt(users.length);
                    int movie = random.nextInt(movies.length);
                    assertThat(shared.score(users[user], movies[movie]))
                        .isEqualTo(expected.get(user).batch().get(movie));
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
