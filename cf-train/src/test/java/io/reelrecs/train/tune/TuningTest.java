package io.reelrecs.train.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TuningTest {

  /** An error that is finite, but whose square is not. */
  private static final double HUGE = 1e200;

  private static final Objective RMSE = Objective.of(Metric.parse("rmse"));

  private final TuningPlan plan =
      TuningPlan.of(ToyTunable.ratings(180), RMSE)
          .withHalving(new Halving(3, 20))
          .withCandidates(40)
          .withThreads(2);

  private static TuningResult run(TuningPlan plan, Tunable tunable) throws Exception {
    return Tuning.run(plan, tunable, Optional.empty(), TuningListener.NONE);
  }

  /** All of a result but the seconds. */
  static List<String> rows(TuningResult result) {
    return result.trials().stream()
        .map(
            t ->
                t.rung()
                    + " "
                    + t.candidate()
                    + " "
                    + t.point().text()
                    + " "
                    + t.value()
                    + t.failure())
        .toList();
  }

  private static List<Integer> candidates(TuningResult result, int rung) {
    return result.trials().stream().filter(t -> t.rung() == rung).map(Trial::candidate).toList();
  }

  @Test
  void search_findsTheBestOfAllCandidates() throws Exception {
    TuningResult result = run(plan, ToyTunable.smooth());
    List<Point> all = ToyTunable.SPACE.draw(40, drawSeed(1));
    double best = all.stream().mapToDouble(ToyTunable::distance).min().orElseThrow();
    Trial winner = result.winner();

    assertThat(ToyTunable.distance(winner.point())).isEqualTo(best);
    assertThat(winner.value().orElseThrow()).isCloseTo(best, within(1e-6)); // floats round stars
    assertThat(winner.rung()).isEqualTo(3);
    assertThat(all.get(winner.candidate())).isEqualTo(winner.point());
    assertThat(result.beatsDefaults()).isTrue();
    assertThat(result.defaults().point().text()).isEqualTo("n=15:x=1");
    assertThat(result.gain().orElseThrow())
        .isEqualTo(result.defaults().value().orElseThrow() - winner.value().orElseThrow());
    assertThat(best).isLessThan(0.1);
  }

  private static long drawSeed(long seed) {
    return SplitMix64.stream(seed, -1).nextLong();
  }

  @Test
  void rungs_keepTheBestThird_andTheDefaults() throws Exception {
    TuningResult result = run(plan, ToyTunable.smooth());
    List<Trial> first =
        result.trials().stream()
            .filter(t -> t.rung() == 1 && t.candidate() != 0)
            .sorted(TuningResult.order(RMSE))
            .toList();
    List<Integer> best =
        new ArrayList<>(first.subList(0, 13).stream().map(Trial::candidate).toList());
    best.add(0);

    assertThat(result.shares()).containsExactly(1.0 / 9, 1.0 / 3, 1.0);
    assertThat(candidates(result, 1)).hasSize(40);
    assertThat(candidates(result, 2)).containsExactlyInAnyOrderElementsOf(best).isSorted();
    assertThat(candidates(result, 3)).hasSize(6).startsWith(0).isSorted();
    assertThat(first.get(0).value().orElseThrow()).isLessThan(first.get(20).value().orElseThrow());
    assertThat(result.ranking()).hasSize(40).extracting(Trial::candidate).doesNotHaveDuplicates();
    assertThat(result.ranking().subList(0, 6)).allMatch(t -> t.rung() == 3);
  }

  @Test
  void rungs_areSharesOfTheUsers() throws Exception {
    ToyTunable tunable = ToyTunable.smooth();
    run(plan, tunable);
    int whole = 180 * 10 - 270; // users with 10 ratings each, less the 15% held out

    assertThat(tunable.tableSizes).hasSize(3).contains(whole);
    assertThat(tunable.tableSizes).filteredOn(size -> size < 0.12 * whole).hasSize(1);
    assertThat(tunable.tableSizes)
        .filteredOn(size -> size > 0.3 * whole && size < 0.37 * whole)
        .hasSize(1);
  }

  @Test
  void result_doesNotDependOnThreads_butOnTheSeed() throws Exception {
    List<String> one = rows(run(plan.withThreads(1), ToyTunable.smooth()));

    for (int threads : new int[] {2, 7}) {
      assertThat(rows(run(plan.withThreads(threads), ToyTunable.smooth()))).isEqualTo(one);
    }
    assertThat(rows(run(plan.withSeed(2), ToyTunable.smooth()))).isNotEqualTo(one);
  }

  @Test
  void defaults_areKeptWhereNothingIsBetter() throws Exception {
    TuningResult worse =
        run(
            plan,
            new ToyTunable(
                ToyTunable.SPACE,
                p ->
                    p.values().get("n").equals("15") && p.values().get("x").equals("1")
                        ? 0.1
                        : 0.2));
    TuningResult equal = run(plan, new ToyTunable(ToyTunable.SPACE, p -> 0.1));

    for (TuningResult result : List.of(worse, equal)) {
      assertThat(result.beatsDefaults()).isFalse();
      assertThat(result.winner()).isEqualTo(result.defaults());
      assertThat(result.gain()).hasValue(0);
    }
  }

  @Test
  void higherIsBetter_whereTheMetricSaysSo() throws Exception {
    // Wrong by 1, 3 stars may come before 4; by less than 0.5 they do not.
    Objective ndcg = new Objective(Metric.parse("ndcg@5"), 4);
    TuningPlan ranking =
        TuningPlan.of(ToyTunable.ratings(60), ndcg).withHoldOut(0.3).withCandidates(6);
    SearchSpace space = new SearchSpace(List.of(Dimension.linear("wrong", 0, 1, "1")));
    TuningResult result =
        run(ranking, new ToyTunable(space, p -> Double.parseDouble(p.values().get("wrong"))));
    double winner = result.winner().value().orElseThrow();

    assertThat(result.trials()).hasSize(6).allMatch(t -> t.value().orElseThrow() <= winner);
    assertThat(winner).isGreaterThan(result.defaults().value().orElseThrow());
    assertThat(result.gain()).hasValue(winner - result.defaults().value().orElseThrow());
  }

  @Test
  void failure_countsAsWorst_andIsRecorded() throws Exception {
    ToyTunable tunable =
        new ToyTunable(
            ToyTunable.SPACE,
            p -> {
              if (Double.parseDouble(p.values().get("x")) > 10) {
                throw new IllegalArgumentException("x must be <= 10");
              }
              return Double.parseDouble(p.values().get("x")) > 5
                  ? Double.NaN
                  : ToyTunable.distance(p);
            });
    TuningResult result = run(plan, tunable);
    List<Trial> failed = result.trials().stream().filter(Trial::failed).toList();

    assertThat(failed).isNotEmpty().allMatch(t -> t.rung() == 1);
    assertThat(failed)
        .extracting(t -> t.failure().orElseThrow())
        .anyMatch(message -> message.equals("x must be <= 10"))
        .anyMatch(message -> message.contains("actual: NaN"));
    assertThat(result.ranking().subList(40 - failed.size(), 40)).allMatch(Trial::failed);
    assertThat(Double.parseDouble(result.winner().point().values().get("x")))
        .isLessThanOrEqualTo(5);
  }

  @Test
  void failures_neverGoOn_alsoWhereFewAreLeft() throws Exception {
    ToyTunable tunable =
        new ToyTunable(
            ToyTunable.SPACE,
            p -> {
              if (Double.parseDouble(p.values().get("x")) < 100) {
                throw new IllegalStateException("small");
              }
              return ToyTunable.distance(p);
            });
    TuningResult result = run(plan, tunable);
    List<Integer> good =
        result.trials().stream()
            .filter(t -> t.rung() == 1 && !t.failed())
            .map(Trial::candidate)
            .toList();

    assertThat(good).hasSizeBetween(2, 12); // of 39, and 13 would go on
    assertThat(candidates(result, 2).subList(1, good.size() + 1)).isEqualTo(good);
    assertThat(candidates(result, 2)).hasSize(good.size() + 1).startsWith(0);
  }

  @Test
  void infiniteError_isAFailure() throws Exception {
    ToyTunable tunable =
        new ToyTunable(ToyTunable.SPACE, p -> p.values().get("n").equals("15") ? 0.1 : HUGE);
    List<Trial> failed = run(plan, tunable).trials().stream().filter(Trial::failed).toList();

    assertThat(failed).isNotEmpty();
    assertThat(failed).extracting(t -> t.failure().orElseThrow()).containsOnly("rmse is Infinity");
  }

  @Test
  void defaultsThatFail_areCarriedAndLose() throws Exception {
    ToyTunable tunable =
        new ToyTunable(
            ToyTunable.SPACE,
            p -> {
              if (p.equals(ToyTunable.SPACE.defaults())) {
                throw new IllegalStateException();
              }
              return ToyTunable.distance(p);
            });
    TuningResult result = run(plan, tunable);

    assertThat(result.defaults().failure()).hasValue("java.lang.IllegalStateException");
    assertThat(result.beatsDefaults()).isTrue();
    assertThat(result.gain()).isEmpty();
  }

  @Test
  void allFailing_isAnError() {
    ToyTunable tunable =
        new ToyTunable(
            ToyTunable.SPACE,
            p -> {
              throw new IllegalArgumentException("no");
            });

    assertThatExceptionOfType(TuningFailedException.class)
        .isThrownBy(() -> run(plan, tunable))
        .withMessage("all 40 candidates failed on rung 1; the first one, n=15:x=1, with: no");
  }

  @Test
  void listener_hearsOfEveryTrial() throws Exception {
    List<TuningProgress> heard = new ArrayList<>();
    TuningResult result = Tuning.run(plan, ToyTunable.smooth(), Optional.empty(), heard::add);
    TuningProgress last = heard.get(heard.size() - 1);

    assertThat(heard).hasSize(60 + 3);
    assertThat(heard.get(0)).isEqualTo(new TuningProgress(1, 3, 0, 60, 0, 0, Optional.empty()));
    assertThat(last.best()).hasValue(result.winner());
    assertThat(last.share()).isCloseTo(1, within(1e-12));
    assertThat(last.done()).isEqualTo(60);
    for (int i = 1; i < heard.size(); i++) {
      assertThat(heard.get(i).done())
          .isBetween(heard.get(i - 1).done(), heard.get(i - 1).done() + 1);
      assertThat(heard.get(i).share()).isGreaterThanOrEqualTo(heard.get(i - 1).share() - 1e-12);
    }
  }

  @Test
  void interrupt_endsTheSearch() {
    for (int threads : new int[] {1, 3}) {
      Thread.currentThread().interrupt();

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(() -> run(plan.withThreads(threads), ToyTunable.smooth()));
    }
  }

  @Test
  void plan_isChecked() {
    assertThat(TuningPlan.of(plan.ratings(), RMSE).withThreads(3))
        .isEqualTo(new TuningPlan(plan.ratings(), RMSE, 0.15, 60, Halving.DEFAULT, 1, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withCandidates(1))
        .withMessage("candidates must be >= 2, the defaults and another, actual: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withHoldOut(1))
        .withMessage("holdOut must be between 0 and 1, both left out, actual: 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withThreads(0))
        .withMessage("threads must be >= 1, actual: 0");
  }
}
