package io.reelrecs.cli.bench;

import io.reelrecs.core.matrix.RatingMatrix;
import io.reelrecs.core.search.KernelInfo;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.ratings.BadDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Measures what this machine gives: each of the cases asked for, one after another, in this JVM.
 *
 * <p>Whom and what to ask for is drawn at random with fixed seeds, before the clock runs. What each
 * {@link Timing} means stands at {@link Repeater}. Not thread-safe; threads are started by the
 * cases that use several, and end with each run.
 */
public final class Bench {

  private final BenchSettings settings;
  private final BenchListener listener;
  private final LongSupplier clock;

  /** A measuring by this machine's clock. */
  public Bench(BenchSettings settings, BenchListener listener) {
    this(settings, listener, System::nanoTime);
  }

  Bench(BenchSettings settings, BenchListener listener, LongSupplier clock) {
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Measures these cases, in the order of the enum.
   *
   * @throws BadDataException if the ratings cannot be read
   * @throws IllegalArgumentException if the data does not suit the settings
   */
  public void run(Set<BenchCase> cases) throws BadDataException, IOException {
    RatingMatrix matrix = null;
    if (cases.contains(BenchCase.READ)) {
      // Before anything else is read, so that the first time is a cold one.
      ReadCase read = new ReadCase(settings.ratings(), settings.threads());
      Timing timing = repeater(BenchCase.READ.label()).longWork(read);
      matrix = read.matrix();
      listener.read(matrix);
      Timing columns = repeater(BenchCase.READ.label() + " to columns").longWork(read.columns());
      report(BenchCase.READ, settings.threads(), timing, read.facts(timing, columns));
    } else {
      listener.progress("reading", Double.NaN);
      matrix = ReadCase.read(settings.ratings(), settings.threads());
      listener.read(matrix);
    }
    if (cases.contains(BenchCase.SEARCH) || cases.contains(BenchCase.USER)) {
      search(cases, matrix);
    }
    for (Recipe recipe : settings.recipes()) {
      if (cases.contains(BenchCase.SCORE)) {
        score(recipe);
      }
    }
    for (Recipe recipe : settings.recipes()) {
      if (cases.contains(BenchCase.TRAIN)) {
        train(recipe);
      }
    }
  }

  private void search(Set<BenchCase> cases, RatingMatrix matrix)
      throws BadDataException, IOException {
    SearchCases search = SearchCases.build(matrix, settings, clock);
    if (cases.contains(BenchCase.SEARCH)) {
      Timing timing = repeater(BenchCase.SEARCH.label()).longWork(search.all());
      report(BenchCase.SEARCH, settings.threads(), timing, search.facts());
    }
    if (cases.contains(BenchCase.USER)) {
      Timing timing = repeater(BenchCase.USER.label()).shortWork(search.one());
      report(BenchCase.USER, 1, timing, search.facts());
    }
  }

  private void score(Recipe recipe) throws BadDataException, IOException {
    listener.progress("training " + recipe.text() + " to score with", Double.NaN);
    ScoreCases score;
    try (TrainCase training = training(recipe)) {
      score = new ScoreCases(training.run().model(), recipe);
    }
    for (int candidates : ScoreCases.CANDIDATES) {
      String label = BenchCase.SCORE.label() + " " + candidates;
      Timing timing = repeater(label).shortWork(score.work(candidates));
      report(BenchCase.SCORE, 1, timing, score.facts(candidates));
    }
  }

  private void train(Recipe recipe) throws BadDataException, IOException {
    try (TrainCase training = training(recipe)) {
      Timing timing = repeater(BenchCase.TRAIN.label() + " " + recipe.text()).longWork(training);
      report(BenchCase.TRAIN, settings.threads(), timing, training.facts());
    }
  }

  private TrainCase training(Recipe recipe) throws IOException {
    return new TrainCase(Files.createTempDirectory("reelrecs-bench"), settings, recipe);
  }

  private Repeater repeater(String label) {
    return new Repeater(clock, settings.seconds(), fraction -> listener.progress(label, fraction));
  }

  private void report(BenchCase benchCase, int threads, Timing timing, List<BenchResult.Fact> facts)
      throws IOException {
    listener.result(new BenchResult(benchCase, KernelInfo.active().name(), threads, timing, facts));
  }
}
