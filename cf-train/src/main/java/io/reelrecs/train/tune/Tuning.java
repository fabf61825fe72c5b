package io.reelrecs.train.tune;

import io.reelrecs.train.evaluate.split.Split;
import io.reelrecs.train.evaluate.split.Splits;
import io.reelrecs.train.evaluate.split.UserShares;
import io.reelrecs.train.random.SplitMix64;
import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Searches the parameters of something tunable: random search with successive halving.
 *
 * <p>A share of the ratings is held out once. Candidate 0 is the defaults; the others are drawn.
 * All are trained on the users of the first rung and asked for their held-out ratings; the best of
 * them go on to the next rung, and the defaults with them to the very end, where the winner is
 * compared with them on the same ratings. A candidate that throws counts as worst and is not tried
 * again.
 *
 * <p>The result is the same, bit for bit, whatever the number of threads, as long as the
 * contenders' answers are, and the same whether the search was interrupted or not. Memory: the
 * hold-out and the share of the rung beside the ratings, and for each trial at once what its
 * contender says it takes. Stateless and thread-safe.
 */
public final class Tuning {

  /** Streams of the seed; those of the candidates are drawn from the first of these. */
  private static final long POINTS = -1;

  private static final long SHARES = -2;

  private Tuning() {}

  /**
   * Runs a search.
   *
   * @param log a file to keep the trials in, which is begun if it is not there; if it is there, it
   *     must be of this very search, which is then gone on with
   * @param listener told how it comes along
   * @throws IllegalArgumentException if a side of the hold-out is empty
   * @throws BadDataException if the log is of another search, damaged or in use
   * @throws IOException if the log cannot be read or written
   * @throws TuningFailedException if all candidates of a rung fail
   * @throws InterruptedException if the thread is interrupted; what was finished is in the log
   */
  public static TuningResult run(
      TuningPlan plan, Tunable tunable, Optional<Path> log, TuningListener listener)
      throws IOException, BadDataException, TuningFailedException, InterruptedException {
    Objects.requireNonNull(listener, "listener");
    Splits held = plan.objective().split(plan.ratings(), plan.holdOut(), plan.seed());
    Split whole = held.split(0);
    List<Point> points = tunable.space().draw(plan.candidates(), derived(plan, POINTS));
    List<Halving.Rung> rungs =
        plan.halving().rungs(points.size() - 1, UserShares.users(whole).length);
    List<Double> shares = rungs.stream().map(Halving.Rung::share).toList();
    UserShares splits = UserShares.of(whole, shares, derived(plan, SHARES));
    if (log.isEmpty()) {
      Search search = new Search(plan, tunable, points, Optional.empty());
      return new TuningResult(
          held.describe(), plan.objective(), shares, search.run(rungs, splits, listener));
    }
    LogHeader header = LogHeader.of(plan, tunable, rungs);
    try (TrialLog trials = TrialLog.open(log.get(), header, points)) {
      Search search = new Search(plan, tunable, points, Optional.of(trials));
      return new TuningResult(
          held.describe(), plan.objective(), shares, search.run(rungs, splits, listener));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static long derived(TuningPlan plan, long stream) {
    return SplitMix64.stream(plan.seed(), stream).nextLong();
  }
}
