package io.reelrecs.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.core.matrix.MissingRating;
import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.matrix.SampleRatings;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.SampleLearned;
import io.reelrecs.core.model.SampleModels;
import io.reelrecs.core.score.Explanation.Account;
import io.reelrecs.core.score.Explanation.Influence;
import io.reelrecs.core.search.NeighborGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {

  /** The matrices that sums over raters were taken into beforehand are floats. */
  private static final double TOLERANCE = 1e-5;

  static Stream<Model> everyKind() {
    Model centered =
        SampleModels.of(
            SampleRatings.random(15, 12, 0.3, SampleRatings.TENTHS, 6), 4, MissingRating.USER_MEAN);
    return Stream.of(
            SampleModels.random(24, 18, 0.2, SampleRatings.STARS, 1),
            SampleModels.random(9, 9, 0.1, SampleRatings.HALF_STARS, 2),
            centered,
            SampleModels.random(0, 0, 0, SampleRatings.STARS, 8))
        .flatMap(SampleLearned::everyKind);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void explain_takesApartWhatScoreAndRankSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    long[] movies = ScorerContract.ids(model.movies());
    for (long user : ScorerContract.ids(model.users())) {
      for (long movie : movies) {
        Explanation found = scorer.explain(user, movie);

        assertThat(found.movieId()).isEqualTo(movie);
        assertThat(found.score()).isEqualTo(scorer.score(user, movie));
        double rank = scorer.rank(user, new long[] {movie})[0];
        assertSound(found, rank, model);
        NaiveUser known = naive.user(user);
        assertAlike(found.rating(), naive.ratingInfluences(known, movie), TOLERANCE);
        assertAlike(found.relevance(), naive.relevanceInfluences(known, movie), TOLERANCE);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void explain_ofRatings_takesApartWhatScoreAndRankSay(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    long[] movies = ScorerContract.ids(model.movies());
    for (Map<Long, Double> given : ScorerContract.rated(model)) {
      RatedMovies rated = RatedMovies.of(given);
      NaiveUser user = naive.user(given);
      for (long movie : movies) {
        Explanation found = scorer.explain(rated, movie);

        assertThat(found.score()).isEqualTo(scorer.score(rated, new long[] {movie}).get(0));
        assertSound(found, scorer.rank(rated, new long[] {movie})[0], model);
        // weights that were solved for in a few steps are not exact
        assertAlike(found.rating(), naive.ratingInfluences(user, movie), 0.05);
        assertAlike(found.relevance(), naive.relevanceInfluences(user, movie), TOLERANCE);
      }
    }
  }

  /** Raters' contributions are exact, where the answer comes from sums of them that are rounded. */
  private static void assertSound(Explanation found, double rank, Model model) {
    assertThat(model.ratings().scale().clamp(found.rating().total()))
        .isCloseTo(found.score().predicted(), within(1e-3));
    assertThat(found.relevance().total()).isCloseTo(rank, within(1e-9));
    for (Account account : List.of(found.rating(), found.relevance())) {
      double sum = account.base();
      for (Influence influence : all(account)) {
        sum += influence.contribution();
      }
      assertThat(account.total()).isCloseTo(sum, within(1e-9));
      assertOrdered(account.users());
      assertOrdered(account.movies());
    }
  }

  private static List<Influence> all(Account account) {
    List<Influence> all = new ArrayList<>(account.users());
    all.addAll(account.movies());
    return all;
  }

  private static void assertOrdered(List<Influence> influences) {
    for (int i = 1; i < influences.size(); i++) {
      double before = Math.abs(influences.get(i - 1).contribution());
      double after = Math.abs(influences.get(i).contribution());
      boolean ordered =
          before > after
              || (before == after && influences.get(i - 1).id() < influences.get(i).id());
      assertThat(ordered).as("%s", influences).isTrue();
    }
  }

  private static void assertAlike(
      Account account, Map<String, Influence> expected, double tolerance) {
    Map<String, Influence> found = new HashMap<>();
    account.users().forEach(one -> found.put("user " + one.id(), one));
    account.movies().forEach(one -> found.put("movie " + one.id(), one));
    assertThat(found).hasSize(all(account).size());
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach(
        (who, one) -> {
          Influence other = expected.get(who);
          assertThat(one.similarity()).isCloseTo(other.similarity(), within(1e-9));
          assertThat(Double.compare(one.rating(), other.rating())).isZero(); // NaN is NaN
          assertThat(one.contribution()).isCloseTo(other.contribution(), within(tolerance));
        });
  }

  /** Without this the tests above could pass on explanations without a part. */
  @Test
  void everyKind_hasPartsOfEachSort() {
    int[] parts = new int[4];
    everyKind()
        .forEach(
            model -> {
              Scorer scorer = Scorer.of(model);
              for (long user : model.users().toArray()) {
                for (long movie : model.movies().toArray()) {
                  Explanation found = scorer.explain(user, movie);
                  parts[0] += found.rating().users().size();
                  parts[1] += found.rating().movies().size();
                  parts[2] += found.relevance().users().size();
                  parts[3] += found.relevance().movies().size();
                }
              }
            });

    for (int count : parts) {
      assertThat(count).isGreaterThan(500);
    }
  }

  /** Two users add 1 / 1.75 each, as 0.5 * 2 and as 0.25 * 4; a third one nothing. */
  @Test
  void explain_goesToTheLowerId_whenContributionsAreEqual() {
    float none = Float.NaN;
    RatingMatrix ratings =
        SampleRatings.dense(
            new float[] {none, 1},
            new float[] {4, none},
            new float[] {2, none},
            new float[] {0, none},
            new float[] {none, 5});
    NeighborGraph graph =
        NeighborGraph.of(
            new int[] {0, 3, 3, 3, 3, 3}, new int[] {3, 2, 1}, new double[] {1, 0.5, 0.25});
    Scorer scorer = Scorer.of(SampleModels.of(ratings, graph, MissingRating.ZERO));

    assertThat(scorer.explain(3, 1).rating().users())
        .extracting(Influence::id)
        .containsExactly(13L, 23L, 33L);
  }

  /** Where the baseline answers there is nothing to take apart, whoever asks. */
  @ParameterizedTest
  @MethodSource("everyKind")
  void explain_hasNoParts_whereTheBaselineAnswers(Model model) {
    Scorer scorer = Scorer.of(model);
    NaiveScorer naive = new NaiveScorer(model);
    for (long user : ScorerContract.ids(model.users())) {
      for (long movie : ScorerContract.ids(model.movies())) {
        Explanation found = scorer.explain(user, movie);
        if (found.score().source() != ScoreSource.NEIGHBORS) {
          int index = model.movies().indexOf(movie);
          assertThat(all(found.rating())).isEmpty();
          assertThat(found.rating().total()).isEqualTo(found.rating().base());
          assertThat(found.rating().base())
              .isCloseTo(naive.baseline(naive.user(user), index), within(1e-12));
        }
      }
    }
    assertThat(scorer.explain(-1, -1).relevance().movies()).isEmpty();
  }
}
