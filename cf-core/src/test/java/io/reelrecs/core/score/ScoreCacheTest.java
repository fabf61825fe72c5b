package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScoreCacheTest {

  private static final RatingScale SCALE = new RatingScale(1, 5, 1);
  private static final List<ScoreSource> SOURCES = List.of(ScoreSource.values());
  private static final long MANY = 1 << 20;

  /** One answer for each user and movie, with every source, and a record of what it was asked. */
  private record Asked(long salt, List<long[]> batches) implements Scorer {

    static Asked of(long salt) {
      return new Asked(salt, new ArrayList<>());
    }

    @Override
    public Score score(long userId, long movieId) {
      Random random = new Random(31 * (31 * userId + movieId) + salt);
      double predicted = 1 + 4 * random.nextDouble();
      ScoreSource source = SOURCES.get(random.nextInt(SOURCES.size()));
      return new Score(SCALE.normalize(predicted), predicted, source, random.nextInt(3000));
    }

    @Override
    public Scores score(long userId, long[] movieIds) {
      batches.add(movieIds.clone());
      return Scores.of(Arrays.stream(movieIds).mapToObj(m -> score(userId, m)).toList());
    }

    @Override
    public Recommendations recommend(long userId, int n) {
      throw new UnsupportedOperationException("not asked for");
    }
  }

  static Stream<Model> everyKind() {
    return SampleLearned.everyKind(SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void score_ofAModel_isTheScorersOwn_bitForBit(Model model) {
    Scorer plain = Scorer.of(model);
    Random random = new Random(5);
    for (long bytes : new long[] {1, 4_000, MANY}) { // too small for these, just, and not
      Scorer cached = new ScoreCache(bytes).over(plain, model.ratings().scale());
      long[] users = ScorerContract.ids(model.users());
      long[] movies = ScorerContract.ids(model.movies());
      for (int round = 0; round < 60; round++) {
        long user = users[random.nextInt(users.length)];
        long[] batch = random.ints(random.nextInt(50), 0, movies.length).asLongStream().toArray();
        for (int i = 0; i < batch.length; i++) {
          batch[i] = movies[(int) batch[i]];
        }

        assertThat(cached.score(user, batch).asList()).isEqualTo(plain.score(user, batch).asList());
        long any = movies[random.nextInt(movies.length)];
        assertThat(cached.score(user, any)).isEqualTo(plain.score(user, any));
      }
    }
  }

  @Test
  void score_asksForWhatIsMissing_inOneBatch() {
    Asked plain = Asked.of(1);
    ScoreCache cache = new ScoreCache(MANY);
    Scorer cached = cache.over(plain, SCALE);

    cached.score(7, new long[] {1, 2, 3});
    cached.score(7, new long[] {5, 2, 4, 1, 5});
    Scores known = cached.score(7, new long[] {5, 4, 3, 2, 1});

    assertThat(plain.batches()).containsExactly(new long[] {1, 2, 3}, new long[] {5, 4, 5});
    assertThat(known.asList()).isEqualTo(plain.score(7, new long[] {5, 4, 3, 2, 1}).asList());
    assertThat(cache.snapshot().hits()).isEqualTo(2 + 5);
    assertThat(cache.snapshot().misses()).isEqualTo(3 + 3);
    assertThat(cache.snapshot().hitRate()).isEqualTo(7.0 / 13);
    assertThat(cache.snapshot().capacity()).isEqualTo(MANY / 24);
  }

  @Test
  void score_ofAnotherScorer_isNeverTheFirstOnes() {
    ScoreCache cache = new ScoreCache(MANY);
    Asked old = Asked.of(1);
    Asked young = Asked.of(2);
    Scorer before = cache.over(old, SCALE);
    long[] movies = {1, 2, 3, 4};
    before.score(0, movies);

    Scorer after = cache.over(young, SCALE);

    assertThat(after.score(0, movies).asList()).isEqualTo(young.score(0, movies).asList());
    assertThat(before.score(0, movies).asList()).isEqualTo(old.score(0, movies).asList());
    assertThat(after.score(0, movies).asList()).isEqualTo(young.score(0, movies).asList());
  }

  @Test
  void over_moreScorersThanATableTellsApart_forgetsTheFirstOnes() {
    ScoreCache cache = new ScoreCache(1);
    Asked old = Asked.of(1);
    cache.over(old, SCALE).score(3, new long[] {4});
    for (int i = 1; i < ScoreTable.MAX_GENERATION; i++) {
      cache.over(old, SCALE);
    }
    Asked young = Asked.of(2);

    assertThat(cache.over(young, SCALE).score(3, 4)).isEqualTo(young.score(3, 4));
  }

  @Test
  void score_idsThatDoNotFit_arePassedOn() {
    Asked plain = Asked.of(1);
    Scorer cached = new ScoreCache(MANY).over(plain, SCALE);
    long[] movies = {4294967295L, 4294967296L, -1, Long.MAX_VALUE};

    cached.score(4294967295L, movies);
    cached.score(4294967295L, movies);
    cached.score(4294967296L, new long[] {0});
    cached.score(4294967296L, new long[] {0});

    assertThat(plain.batches())
        .containsExactly(
            movies, new long[] {4294967296L, -1, Long.MAX_VALUE}, new long[] {0}, new long[] {0});
  }

  /** What cannot be kept to the bit is not kept. */
  @Test
  void score_valueThatIsNotTheNormalizedPrediction_isAskedForAgain() {
    Asked plain = Asked.of(1);
    Scorer cached = new ScoreCache(MANY).over(plain, new RatingScale(0, 6, 1));

    cached.score(1, new long[] {2});

    assertThat(cached.score(1, new long[] {2}).get(0)).isEqualTo(plain.score(1, 2));
    assertThat(plain.batches()).hasSize(2);
  }

  @Test
  void score_fullCache_keepsTakingNewOnesIn() {
    Asked plain = Asked.of(1);
    ScoreCache cache = new ScoreCache(2_000);
    Scorer cached = cache.over(plain, SCALE);
    for (long user = 0; user < 1_000; user++) {
      long[] movies = {10, 20, 30, 40};
      cached.score(user, movies);
      assertThat(cached.score(user, movies).asList())
          .isEqualTo(movies(plain, user, movies).asList());
    }

    // Each is asked for twice in a row; some are pushed out in between, by the others.
    assertThat(cache.snapshot().hitRate()).isBetween(0.2, 0.5);
  }

  private static Scores movies(Asked plain, long user, long[] movies) {
    return Scores.of(Arrays.stream(movies).mapToObj(m -> plain.score(user, m)).toList());
  }

  /** Sixteen users and regular ids of any step: the table has room for them all, and uses it. */
  @Test
  void score_idsWithAStep_hardlyCollide() {
    for (long step : new long[] {1, 2, 8, 100, 256, 1_000, 1 << 16, 1 << 20}) {
      ScoreCache cache = new ScoreCache(MANY); // 43,690
      Scorer cached = cache.over(Asked.of(1), SCALE);
      long[] movies = new long[500];
      for (int i = 0; i < movies.length; i++) {
        movies[i] = i * step;
      }
      for (int round = 0; round < 2; round++) {
        for (long user = 0; user < 16; user++) {
          cached.score(user * step, movies);
        }
      }
      assertThat(cache.snapshot().hitRate()).as("step %d", step).isBetween(0.49, 0.5);
    }
  }

  @Test
  void otherQuestions_arePassedOn() {
    Model model = SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9);
    Scorer plain = Scorer.of(model);
    ScoreCache cache = new ScoreCache(MANY);
    Scorer cached = cache.over(plain, model.ratings().scale());
    long user = model.users().idAt(3);
    long[] movies = model.movies().toArray();
    RatedMovies rated = RatedMovies.of(Map.of(movies[0], 4.0, movies[5], 2.0));

    assertThat(cached.score(rated, movies).asList()).isEqualTo(plain.score(rated, movies).asList());
    assertThat(cached.recommend(user, 5)).isEqualTo(plain.recommend(user, 5));
    assertThat(cached.recommend(rated, 5)).isEqualTo(plain.recommend(rated, 5));
    assertThat(cached.rank(user, movies)).isEqualTo(plain.rank(user, movies));
    assertThat(cached.rank(rated, movies)).isEqualTo(plain.rank(rated, movies));
    assertThat(cached.explain(user, movies[0])).isEqualTo(plain.explain(user, movies[0]));
    assertThat(cached.explain(rated, movies[0])).isEqualTo(plain.explain(rated, movies[0]));
    assertThat(cache.snapshot().misses()).isZero();
  }

  @Test
  void score_answerOfTheWrongSize_throws() {
    Scorer wrong =
        new Scorer() {
          @Override
          public Score score(long userId, long movieId) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Scores score(long userId, long[] movieIds) {
            return new Scores(1);
          }

          @Override
          public Recommendations recommend(long userId, int n) {
            throw new UnsupportedOperationException();
          }
        };
    Scorer cached = new ScoreCache(MANY).over(wrong, SCALE);

    assertThatThrownBy(() -> cached.score(1, new long[] {2, 3}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the scorer answered 1 of 2 candidates");
  }

  @Test
  void new_noBytes_throws() {
    assertThatThrownBy(() -> new ScoreCache(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must be >= 1, actual: 0");
  }
}
