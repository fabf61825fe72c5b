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

  /** Of more movies than a page has cells. */
  private static final Model MODEL = SampleModels.random(40, 1_000, 0.2, SampleRatings.STARS, 9);

  private static final RatingScale SCALE = MODEL.ratings().scale();
  private static final List<ScoreSource> SOURCES = List.of(ScoreSource.values());
  private static final long MANY = 1 << 20;

  /** A user of the model, and movies of it. */
  private static final long USER = MODEL.users().idAt(7);

  /** One answer for each user and movie, with every source, and a record of what it was asked. */
  private record Asked(long salt, List<long[]> batches) implements Scorer {

    static Asked of(long salt) {
      return new Asked(salt, new ArrayList<>());
    }

    @Override
    public Score score(long userId, long movieId) {
      int user = MODEL.users().indexOf(userId);
      int movie = MODEL.movies().indexOf(movieId);
      Random random = new Random(31 * (31L * user + movie) + salt);
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

  /** Ids of the model's movies. */
  private static long[] ids(int... indexes) {
    return Arrays.stream(indexes).mapToLong(MODEL.movies()::idAt).toArray();
  }

  static Stream<Model> everyKind() {
    return SampleLearned.everyKind(SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void score_ofAModel_isTheScorersOwn_bitForBit(Model model) {
    Scorer plain = Scorer.of(model);
    Random random = new Random(5);
    for (long bytes : new long[] {1, MANY}) { // too small for these, and not
      Scorer cached = new ScoreCache(bytes).over(plain, model);
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
    Scorer cached = cache.over(plain, MODEL);

    cached.score(USER, ids(1, 2, 3));
    cached.score(USER, ids(5, 2, 4, 1, 5));
    Scores known = cached.score(USER, ids(5, 4, 3, 2, 1));

    assertThat(plain.batches()).containsExactly(ids(1, 2, 3), ids(5, 4, 5));
    assertThat(known.asList()).isEqualTo(plain.score(USER, ids(5, 4, 3, 2, 1)).asList());
    assertThat(cache.snapshot().hits()).isEqualTo(2 + 5);
    assertThat(cache.snapshot().misses()).isEqualTo(3 + 3);
    assertThat(cache.snapshot().hitRate()).isEqualTo(7.0 / 13);
    assertThat(cache.snapshot().capacity()).isEqualTo(256 * 378);
  }

  @Test
  void score_ofAnotherScorer_isNeverTheFirstOnes() {
    ScoreCache cache = new ScoreCache(MANY);
    Asked old = Asked.of(1);
    Asked young = Asked.of(2);
    Scorer before = cache.over(old, MODEL);
    long[] movies = ids(1, 2, 3, 4);
    before.score(USER, movies);

    Scorer after = cache.over(young, MODEL);

    assertThat(after.score(USER, movies).asList()).isEqualTo(young.score(USER, movies).asList());
    assertThat(before.score(USER, movies).asList()).isEqualTo(old.score(USER, movies).asList());
    assertThat(after.score(USER, movies).asList()).isEqualTo(young.score(USER, movies).asList());
  }

  @Test
  void over_moreScorersThanATableTellsApart_forgetsTheFirstOnes() {
    Model small = SampleModels.random(2, 2, 1, SampleRatings.STARS, 9);
    ScoreCache cache = new ScoreCache(1);
    Asked old = Asked.of(1);
    cache.over(old, small).score(3, new long[] {8});
    for (int i = 1; i < ScoreTable.MAX_GENERATION; i++) {
      cache.over(old, small);
    }
    Asked young = Asked.of(2);

    assertThat(cache.over(young, small).score(3, 8)).isEqualTo(young.score(3, 8));
  }

  /** To a model they are all one. */
  @Test
  void score_unknownIds_areAlike() {
    Asked plain = Asked.of(1);
    Scorer cached = new ScoreCache(MANY).over(plain, MODEL);
    long[] movies = {-1, 4294967296L, ids(3)[0], 2};
    long[] known = ids(3, 4);

    Scores answers = cached.score(USER, movies);
    cached.score(USER, movies);
    cached.score(-1, known);
    Scores others = cached.score(Long.MAX_VALUE, known);

    assertThat(plain.batches()).containsExactly(movies, known);
    assertThat(answers.asList()).isEqualTo(plain.score(USER, movies).asList());
    assertThat(answers.get(0)).isEqualTo(answers.get(1)).isNotEqualTo(answers.get(2));
    assertThat(others.asList()).isEqualTo(plain.score(-1, known).asList());
  }

  /** What cannot be kept to the bit is not kept. */
  @Test
  void score_valueThatIsNotTheNormalizedPrediction_isAskedForAgain() {
    Asked plain = Asked.of(1);
    Model other = SampleModels.random(40, 60, 0.2, SampleRatings.TENTHS, 9);
    Scorer cached = new ScoreCache(MANY).over(plain, other);
    long[] movies = ids(2);

    cached.score(USER, movies);

    assertThat(cached.score(USER, movies).get(0)).isEqualTo(plain.score(USER, movies[0]));
    assertThat(plain.batches()).containsExactly(movies, movies);
  }

  @Test
  void score_fullCache_keepsTakingNewOnesIn() {
    Asked plain = Asked.of(1);
    ScoreCache cache = new ScoreCache(8 * 4096);
    Scorer cached = cache.over(plain, MODEL);
    for (int round = 0; round < 20; round++) {
      for (long user : MODEL.users().toArray()) {
        long[] movies = ids(10, 20, 30, 40);
        cached.score(user, movies);
        assertThat(cached.score(user, movies).asList())
            .isEqualTo(Scores.of(one(plain, user, movies)).asList());
      }
    }

    // Each is asked for twice in a row; with eight pages that is all that can be found.
    assertThat(cache.snapshot().hitRate()).isBetween(0.4, 0.55);
  }

  private static List<Score> one(Asked plain, long user, long[] movies) {
    return Arrays.stream(movies).mapToObj(m -> plain.score(user, m)).toList();
  }

  /** 40 users and three pages for each: the table has room for them all, and uses it. */
  @Test
  void score_asManyPagesAsAreNeeded_hardlyCollide() {
    ScoreCache cache = new ScoreCache(3 * 40 * 4096 * 5 / 4);
    Scorer cached = cache.over(Asked.of(1), MODEL);
    for (int round = 0; round < 2; round++) {
      for (long user : MODEL.users().toArray()) {
        cached.score(user, MODEL.movies().toArray());
      }
    }

    assertThat(cache.snapshot().hitRate()).isBetween(0.48, 0.5);
  }

  /** What is asked for again and again outlives what comes once. */
  @Test
  void score_floodOfOthers_leavesWhatIsUsed() {
    ScoreCache cache = new ScoreCache(16 * 4096);
    Asked plain = Asked.of(1);
    Scorer cached = cache.over(plain, MODEL);
    long[] movies = ids(1, 2, 3);
    cached.score(USER, movies);
    int lost = 0;
    for (int round = 0; round < 300; round++) {
      cached.score(MODEL.users().idAt(round % 40), movies);
      int before = plain.batches().size();
      cached.score(USER, movies);
      lost += plain.batches().size() - before;
    }

    assertThat(lost).isZero();
  }

  @Test
  void otherQuestions_arePassedOn() {
    Model model = SampleModels.random(40, 60, 0.2, SampleRatings.STARS, 9);
    Scorer plain = Scorer.of(model);
    ScoreCache cache = new ScoreCache(MANY);
    Scorer cached = cache.over(plain, model);
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
    Scorer cached = new ScoreCache(MANY).over(wrong, MODEL);

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
