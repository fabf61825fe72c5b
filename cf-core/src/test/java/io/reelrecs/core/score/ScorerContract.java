package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.ids.IdIndex;
import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.Ranking;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scorer of every kind of model does, for users of the model and for ratings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // for providers that subclasses decide
abstract class ScorerContract {

  /** A model with what this kind of it learned, and {@code ranking}. */
  abstract Stream<Model> learn(Model model);

  /** How far scores may be from the naive ones; 0 where they are the same bits. */
  abstract double tolerance();

  /** The same for users who are given by ratings. */
  double foldInTolerance() {
    return tolerance();
  }

  static Stream<Model> bases() {
    return Stream.of(
        SampleModels.random(30, 25, 0.15, SampleRatings.STARS, 1),
        SampleModels.random(25, 40, 0.05, SampleRatings.HALF_STARS, 2),
        SampleModels.random(20, 20, 0.3, new float[] {-2, -1, 1, 2}, 3),
        SampleModels.random(20, 20, 0.3, new float[] {4}, 4),
        SampleModels.random(12, 12, 0.3, new float[] {0}, 5),
        SampleModels.of(
            SampleRatings.random(30, 25, 0.2, SampleRatings.TENTHS, 6), 7, MissingRating.USER_MEAN),
        SampleModels.random(1, 3, 1, SampleRatings.STARS, 7),
        SampleModels.random(0, 0, 0, SampleRatings.STARS, 8));
  }

  final Stream<Model> models() {
    return bases().flatMap(this::learn);
  }

  /** One model with each ranking. */
  final Stream<Model> rankings() {
    return Stream.of(
            SampleModels.random(30, 25, 0.2, SampleRatings.STARS, 11),
            SampleModels.random(3, 9, 0.5, SampleRatings.HALF_STARS, 12))
        .flatMap(this::learn);
  }

  /** All known ids of both kinds and some that are not. */
  static long[] ids(IdIndex known) {
    return LongStream.concat(
            LongStream.of(known.toArray()), LongStream.of(-1, 0, 2, 4294967295L, Long.MAX_VALUE))
        .toArray();
  }

  /** The ratings of every user of the model, of some users who are not in it, and none at all. */
  static List<Map<Long, Double>> rated(Model model) {
    RatingMatrix ratings = model.ratings();
    Stream<Map<Long, Double>> own =
        IntStream.range(0, ratings.users()).mapToObj(user -> ratingsOf(model, user));
    Random random = new Random(21);
    Stream<Map<Long, Double>> others =
        IntStream.range(0, 8)
            .mapToObj(
                i -> {
                  Map<Long, Double> row = new TreeMap<>(Map.of(2L, ratings.scale().lo()));
                  for (long movie : model.movies().toArray()) {
                    if (ratings.size() > 0 && random.nextInt(3) == 0) {
                      int any = random.nextInt(ratings.size());
                      row.put(movie, (double) ratings.ratingAt(any));
                    }
                  }
                  return row;
                });
    return Stream.concat(Stream.concat(own, others), Stream.of(Map.<Long, Double>of())).toList();
  }

  static Map<Long, Double> ratingsOf(Model model, int user) {
    Map<Long, Double> row = new TreeMap<>();
    for (int p = model.ratings().rowStart(user); p < model.ratings().rowEnd(user); p++) {
      row.put(
          model.movies().idAt(model.ratings().movieAt(p)), (double) model.ratings().ratingAt(p));
    }
    return row;
  }

  @ParameterizedTest
  @MethodSource("models")
  void score_isWhatTheRulesSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    for (long user : ids(model.users())) {
      for (long movie : ids(model.movies())) {
        assertAlike(
            scorer.score(user, movie), naive.score(naive.user(user), movie), tolerance(), model);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void score_ofRatings_isWhatTheRulesSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    long[] movies = ids(model.movies());
    for (Map<Long, Double> rated : rated(model)) {
      Scores scores = scorer.score(RatedMovies.of(rated), movies);
      NaiveUser user = naive.user(rated);
      for (int i = 0; i < movies.length; i++) {
        assertAlike(scores.get(i), naive.score(user, movies[i]), foldInTolerance(), model);
      }
    }
  }

  private static void assertAlike(Score actual, Score expected, double tolerance, Model model) {
    assertThat(actual.source()).isEqualTo(expected.source());
    assertThat(actual.support()).isEqualTo(expected.support());
    assertThat(actual.value()).isCloseTo(expected.value(), within(tolerance));
    assertThat(actual.predicted()).isCloseTo(expected.predicted(), within(5 * tolerance));
    assertThat(actual.predicted())
        .isBetween(model.ratings().scale().lo(), model.ratings().scale().hi());
  }

  /** Without this the tests above could pass on one source alone. */
  @Test
  void models_haveEverySource() {
    Map<ScoreSource, Integer> seen = new EnumMap<>(ScoreSource.class);
    Map<ScoreSource, Integer> seenOfRatings = new EnumMap<>(ScoreSource.class);
    models()
        .forEach(
            model -> {
              Scorer scorer = Scorer.of(model);
              long[] movies = ids(model.movies());
              for (long user : ids(model.users())) {
                scorer
                    .score(user, movies)
                    .asList()
                    .forEach(s -> seen.merge(s.source(), 1, Integer::sum));
              }
              for (Map<Long, Double> rated : rated(model)) {
                scorer
                    .score(RatedMovies.of(rated), movies)
                    .asList()
                    .forEach(s -> seenOfRatings.merge(s.source(), 1, Integer::sum));
              }
            });

    assertThat(seen).containsOnlyKeys(ScoreSource.values());
    assertThat(seenOfRatings).containsOnlyKeys(ScoreSource.values());
    assertThat(seen.values()).allMatch(count -> count > 50);
    assertThat(seenOfRatings.values()).allMatch(count -> count > 10);
  }

  @ParameterizedTest
  @MethodSource("models")
  void score_ofABatch_isThatOfEachOne_bitForBit(Model model) {
    Scorer scorer = Scorer.of(model);
    Random random = new Random(1);
    long[] movies = ids(model.movies());
    long[] batch = new long[60]; // any order, with repeats
    for (int i = 0; i < batch.length; i++) {
      batch[i] = movies[random.nextInt(movies.length)];
    }
    for (long user : ids(model.users())) {
      Scores scores = scorer.score(user, batch);

      assertThat(scores.size()).isEqualTo(batch.length);
      for (int i = 0; i < batch.length; i++) {
        assertThat(scores.get(i)).isEqualTo(scorer.score(user, batch[i]));
      }
    }
    for (Map<Long, Double> given : rated(model)) {
      RatedMovies rated = RatedMovies.of(given);
      Scores scores = scorer.score(rated, batch);
      for (int i = 0; i < batch.length; i++) {
        assertThat(scores.get(i)).isEqualTo(scorer.score(rated, new long[] {batch[i]}).get(0));
      }
    }
    assertThat(scorer.score(3, new long[0]).size()).isZero();
    assertThat(scorer.score(RatedMovies.of(Map.of()), new long[0]).size()).isZero();
  }

  @Test
  void score_isAHalf_whenAllRatingsAreEqual() {
    learn(SampleModels.random(20, 20, 0.3, new float[] {4}, 4))
        .forEach(
            model -> {
              Scorer scorer = Scorer.of(model);
              for (long user : ids(model.users())) {
                for (long movie : ids(model.movies())) {
                  assertThat(scorer.score(user, movie).value()).isEqualTo(0.5);
                  assertThat(scorer.score(user, movie).predicted()).isEqualTo(4);
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("rankings")
  void rank_isWhatTheRulesSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    long[] movies = ids(model.movies());
    for (long user : ids(model.users())) {
      assertAlike(scorer.rank(user, movies), naive, naive.user(user), movies, tolerance());
    }
    for (Map<Long, Double> rated : rated(model)) {
      assertAlike(
          scorer.rank(RatedMovies.of(rated), movies),
          naive,
          naive.user(rated),
          movies,
          foldInTolerance());
    }
  }

  private static void assertAlike(
      double[] ranks, NaiveScorer naive, NaiveUser user, long[] movies, double tolerance) {
    for (int i = 0; i < movies.length; i++) {
      assertThat(ranks[i])
          .as("%s, movie %d", user, movies[i])
          .isCloseTo(naive.relevance(user, movies[i]), within(tolerance + 1e-9));
    }
  }

  /** Ties are many here: with few positives most relevances are 0, and popularities are counts. */
  @ParameterizedTest
  @MethodSource({"models", "rankings"})
  void recommend_isTheHeadOfAFullSort_ofWhatTheUserHasNotRated(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    for (long user : ids(model.users())) {
      long[] unseen = unseen(model, naive, naive.user(user));
      List<Recommendation> sorted =
          sorted(unseen, scorer.rank(user, unseen), scorer.score(user, unseen));
      for (int n : new int[] {1, 5, 1000, Integer.MAX_VALUE}) {
        assertThat(scorer.recommend(user, n))
            .as("user %d, n %d", user, n)
            .isEqualTo(sorted.subList(0, Math.min(n, sorted.size())));
      }
    }
    for (Map<Long, Double> given : rated(model)) {
      RatedMovies rated = RatedMovies.of(given);
      long[] unseen = unseen(model, naive, naive.user(given));
      List<Recommendation> sorted =
          sorted(unseen, scorer.rank(rated, unseen), scorer.score(rated, unseen));
      assertThat(scorer.recommend(rated, 7))
          .isEqualTo(sorted.subList(0, Math.min(7, sorted.size())));
    }
  }

  private static long[] unseen(Model model, NaiveScorer naive, NaiveUser user) {
    return IntStream.range(0, model.movies().size())
        .filter(movie -> naive.anybodyRated(movie) && !user.ratings().containsKey(movie))
        .mapToLong(model.movies()::idAt)
        .toArray();
  }

  private static List<Recommendation> sorted(long[] movies, double[] ranks, Scores scores) {
    return IntStream.range(0, movies.length)
        .mapToObj(i -> new Recommendation(movies[i], scores.get(i), ranks[i]))
        .sorted(
            Comparator.comparingDouble((Recommendation r) -> -r.relevance())
                .thenComparingLong(Recommendation::movieId))
        .toList();
  }

  /** A user of the model whose bias a fold-in would find again, given by the stored ratings. */
  @ParameterizedTest
  @MethodSource("rankings")
  void rank_ofAUsersOwnRatings_isThatOfTheUser(Model given) {
    Model model = SampleLearned.withFoldedBiases(given);
    Scorer scorer = Scorer.of(model);
    long[] movies = ids(model.movies());
    for (int user = 0; user < model.users().size(); user++) {
      if (sameForRatings(model)) {
        assertThat(scorer.rank(RatedMovies.of(ratingsOf(model, user)), movies))
            .isEqualTo(scorer.rank(model.users().idAt(user), movies));
      }
    }
  }

  /** Whether a user's own ratings are all that the ranking knows of the user, to the bit. */
  boolean sameForRatings(Model model) {
    return model.learned().ranking() instanceof Ranking.ByPopularity
        || model.learned().ranking() instanceof Ranking.ByLinearModel;
  }
}
