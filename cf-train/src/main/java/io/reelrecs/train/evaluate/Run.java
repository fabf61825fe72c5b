package io.reelrecs.train.evaluate;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.EvaluationProgress.Phase;
import io.reelrecs.train.evaluate.EvaluationResult.RunTime;
import io.reelrecs.train.evaluate.EvaluationResult.SplitSize;
import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.parallel.Parallel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What came of one contender on one split.
 *
 * @param split the split
 * @param time how long it took
 * @param metrics its metrics, in the order of the report
 * @param ratings sums over its predictions
 * @param ranking sums over its lists
 */
record Run(
    SplitSize split,
    RunTime time,
    Map<Metric, Double> metrics,
    Optional<RatingSums> ratings,
    Optional<RankingSums> ranking) {

  /** How many users are asked about between two words to the listener, as a share of all. */
  private static final int REPORTS = 50;

  /** How many users a thread takes at a time. */
  private static final int CHUNK = 16;

  static Run of(EvaluationPlan plan, Split split, Contender contender, Clock clock, int threads)
      throws InterruptedException {
    clock.tell(Phase.TRAINING, 0, 0);
    long start = System.nanoTime();
    Scorer scorer = contender.train(split.train());
    double trainSeconds = RunClock.secondsSince(start);
    long asked = System.nanoTime();
    Answers answers = new Answers(plan, split);
    ask(answers, new Asking(contender.name(), scorer), clock, threads);
    double askSeconds = RunClock.secondsSince(asked);

    TrainCounts counts = TrainCounts.of(split.train());
    Map<Metric, Double> metrics = new LinkedHashMap<>();
    Optional<RatingSums> ratings = Optional.empty();
    if (plan.ratings()) {
      ratings = Optional.of(answers.ratingSums(counts));
      metrics.putAll(ratings.get().metrics());
    }
    Optional<RankingSums> ranking = Optional.empty();
    if (plan.ranking().isPresent()) {
      RankingMeans means = answers.rankingMeans(plan.ranking().get(), counts);
      ranking = Optional.of(means.sums());
      metrics.putAll(means.metrics());
    }
    Run run =
        new Run(
            new SplitSize(split.name(), split.train().size(), split.test().size(), split.leaked()),
            new RunTime(split.name(), contender.name(), trainSeconds, askSeconds),
            metrics,
            ratings,
            ranking);
    clock.done(answers.users(), RunClock.secondsSince(start));
    return run;
  }

  private static void ask(Answers answers, Asking asking, Clock clock, int threads)
      throws InterruptedException {
    int users = answers.users();
    int reportEvery = Math.max(1, users / REPORTS);
    AtomicInteger done = new AtomicInteger();
    clock.tell(Phase.ASKING, 0, users);
    Parallel.forEach(
        (users + CHUNK - 1) / CHUNK,
        threads,
        chunk -> {
          int from = chunk * CHUNK;
          int to = Math.min(users, from + CHUNK);
          for (int user = from; user < to; user++) {
            answers.ask(asking, user);
          }
          int now = done.addAndGet(to - from);
          if (now / reportEvery != (now - (to - from)) / reportEvery) {
            clock.tell(Phase.ASKING, now, users);
          }
        });
  }

  /** The clock of the whole evaluation, seen from one run. */
  record Clock(RunClock all, int contender, String split) {

    void tell(Phase phase, int asked, int toAsk) {
      all.tell(contender, split, phase, asked, toAsk);
    }

    void done(int asked, double tookSeconds) {
      all.done(contender, split, asked, tookSeconds);
    }
  }
}
