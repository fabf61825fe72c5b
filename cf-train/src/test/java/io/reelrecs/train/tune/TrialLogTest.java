package io.reelrecs.train.tune;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.reelrecs.core.score.Scorer;
import io.reelrecs.train.evaluate.Contender;
import io.reelrecs.train.evaluate.Metric;
import io.reelrecs.train.evaluate.split.Tables;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.RatingTable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {

  @TempDir private Path dir;

  private Path file;

  private final TuningPlan plan =
      TuningPlan.of(ToyTunable.ratings(60), Objective.of(Metric.parse("rmse")))
          .withHalving(new Halving(3, 10))
          .withCandidates(12)
          .withThreads(2);

  /** Some candidates fail, with a message that has to be escaped. */
  private final ToyTunable tunable =
      new ToyTunable(
          ToyTunable.SPACE,
          p -> {
            if (p.values().get("n").equals("19")) {
              throw new IllegalArgumentException("not\t19:\r\n\\n");
            }
            return ToyTunable.distance(p);
          });

  @BeforeEach
  void nameTheFile() {
    file = dir.resolve("tune.log");
  }

  private TuningResult run(TuningPlan plan) throws Exception {
    return Tuning.run(plan, tunable, Optional.of(file), TuningListener.NONE);
  }

  private BadDataException refused(TuningPlan plan) {
    try {
      run(plan);
    } catch (BadDataException e) {
      return e;
    } catch (Exception e) {
      throw new AssertionError("another exception", e);
    }
    throw new AssertionError("nothing was thrown");
  }

  private int trialsWhile(TuningPlan plan) throws Exception {
    int before = tunable.trained.get();
    run(plan);
    return tunable.trained.get() - before;
  }

  @Test
  void log_changesNothing_andHasALineATrial() throws Exception {
    TuningResult result = run(plan);
    TuningResult without = Tuning.run(plan, tunable, Optional.empty(), TuningListener.NONE);
    List<String> lines = Files.readAllLines(file);

    assertThat(TuningTest.rows(result)).isEqualTo(TuningTest.rows(without));
    assertThat(lines).hasSize(1 + result.trials().size());
    assertThat(lines.get(0))
        .startsWith(
            "#reelrecs-tune 1\twhat=toy\tspace=n: integer"
                + " 0 to 20, default 15; x: log 0.1 to 1000, default 1\tobjective=rmse\tratings=600"
                + " sha256:")
        .endsWith(
            "\thold-out=0.15\tcandidates=12\trungs=11 on 0.3333333333333333, 4 on 1.0\tseed=1");
    assertThat(lines).anyMatch(line -> line.endsWith("\tnot\\t19:\\r\\n\\\\n"));
    assertThat(lines)
        .anyMatch(line -> line.matches("1\t0\tok\t0\\.\\d+\t\\d+\\.\\d{3}\tn=15:x=1\t"));
  }

  @Test
  void finishedSearch_isReadWithoutAnyTrial() throws Exception {
    List<String> rows = TuningTest.rows(run(plan));
    byte[] bytes = Files.readAllBytes(file);
    int before = tunable.trained.get();

    assertThat(TuningTest.rows(run(plan.withThreads(1)))).isEqualTo(rows);
    assertThat(tunable.trained).hasValue(before);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void search_goesOnWhereverItWasCut() throws Exception {
    List<String> rows = TuningTest.rows(run(plan));
    byte[] whole = Files.readAllBytes(file);
    int start = 0;
    int cuts = 0;
    for (int i = 0; i < whole.length; i++) {
      if (whole[i] == '\n') {
        for (int cut : new int[] {start, start + 1, (start + i) / 2, i, i + 1}) {
          Files.write(file, Arrays.copyOf(whole, cut));

          assertThat(TuningTest.rows(run(plan))).isEqualTo(rows);
          assertThat(sorted(Files.readAllBytes(file))).isEqualTo(sorted(whole));
          cuts++;
        }
        start = i + 1;
      }
    }
    assertThat(cuts).isEqualTo(5 * (1 + rows.size()));
  }

  /** The lines of a log without the seconds, in one order. */
  private static List<String> sorted(byte[] log) {
    return Arrays.stream(new String(log, UTF_8).split("\n", -1))
        .map(line -> line.replaceFirst("\t\\d+\\.\\d{3}\t", "\t"))
        .sorted()
        .toList();
  }

  @Test
  void goingOn_measuresOnlyWhatIsMissing() throws Exception {
    int all = trialsWhile(plan);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, lines.size() - 2));

    assertThat(trialsWhile(plan)).isLessThanOrEqualTo(2);
    Files.write(file, lines.subList(0, 1));
    assertThat(trialsWhile(plan)).isEqualTo(all);
  }

  @Test
  void longRest_isTakenAway() throws Exception {
    List<String> rows = TuningTest.rows(run(plan));
    List<String> lines = Files.readAllLines(file);
    Files.writeString(
        file, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + "x".repeat(5000));

    assertThat(TuningTest.rows(run(plan))).isEqualTo(rows);
    assertThat(Files.size(file)).isLessThan(5000);
  }

  @Test
  void listener_hearsWhatComesFromTheLog() throws Exception {
    run(plan);
    List<String> lines = Files.readAllLines(file);
    Files.write(file, lines.subList(0, 8));
    List<TuningProgress> heard = new ArrayList<>();
    Tuning.run(plan, tunable, Optional.of(file), heard::add);

    assertThat(heard.get(heard.size() - 1).resumed()).isEqualTo(7);
    assertThat(heard.get(heard.size() - 1).done()).isEqualTo(lines.size() - 1);
  }

  @Test
  void digest_dependsOnEverythingThatIsDrawnFrom() {
    List<RatingTable> tables =
        List.of(
            Tables.of(new long[] {1, 2, 3, 4}, new long[] {5, 6, 3, 4}),
            Tables.of(new long[] {5, 6, 3, 4}, new long[] {1, 2, 3, 4}),
            Tables.of(new long[] {1, 2, 3, 4}, new long[] {5, 6, 3, 5}),
            Tables.of(new long[] {1, 2, 3, 4}, new long[] {5, 6, 2, 4}),
            Tables.of(new long[] {1, 2, 3, 4}, new long[] {5, 7, 3, 4}),
            Tables.of(new long[] {1, 2, 3, 4}, new long[] {4, 6, 3, 4}),
            Tables.of(new long[] {1, 2, 3, 4}));

    assertThat(tables).extracting(DataDigest::of).doesNotHaveDuplicates();
  }

  @Test
  void otherSearch_isRefused_sayingWhatDiffers() throws Exception {
    run(plan);
    byte[] bytes = Files.readAllBytes(file);

    assertThat(refused(plan.withSeed(2)))
        .hasMessage(
            file
                + ", line 1: found the log of another search, with seed 1, expected seed 2. Search"
                + " with the options and ratings of the log to go on with it, or name another file"
                + " to begin anew.");
    assertThat(refused(plan.withCandidates(14).withHoldOut(0.2)).expected())
        .isEqualTo("hold-out 0.2, candidates 14, rungs 13 on 0.3333333333333333, 5 on 1.0");
    TuningPlan others =
        new TuningPlan(
            ToyTunable.ratings(61),
            Objective.of(Metric.parse("mae")),
            0.15,
            12,
            plan.halving(),
            1,
            2);
    assertThat(refused(others).found())
        .startsWith("the log of another search, with objective rmse, ratings 600 sha256:");
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void fileOfSomethingElse_isLeftAlone() throws Exception {
    for (String text : new String[] {"1::2::3::4\n", "1::2::3::4", "#reelrecs\n", "\n"}) {
      Files.writeString(file, text);

      assertThat(refused(plan).found()).isEqualTo("something else");
      assertThat(Files.readString(file)).isEqualTo(text);
    }
  }

  @Test
  void damagedLine_isRefused_withItsNumber() throws Exception {
    run(plan);
    List<String> lines = Files.readAllLines(file);
    String third = lines.get(2);
    String other = third.startsWith("1\t5\t") ? lines.get(3) : third;
    for (String bad :
        new String[] {
          "",
          third.substring(2),
          third.replaceFirst("\t(ok|failed)\t", "\tfine\t"),
          third.replaceFirst("\t(ok|failed)\t[^\t]+\t", "\tok\tNaN\t"),
          third.replaceFirst("^1", "one"),
          third.replaceFirst("\t\\d+\t", "\t12\t"),
          third.replaceFirst("\tn=\\d+:", "\tn=99:"),
          lines.get(1)
        }) {
      lines.set(2, bad);
      Files.write(file, lines);
      BadDataException e = refused(plan);

      assertThat(e.line()).isEqualTo(3);
      assertThat(e.advice()).startsWith("Take this line out");
    }
    lines.set(2, other.replaceFirst("\tn=\\d+:", "\tn=99:"));
    Files.write(file, lines);
    assertThat(refused(plan).found()).matches("candidate \\d+ with n=99:x=.*");
  }

  @Test
  void lineTakenOut_isMeasuredAgain() throws Exception {
    List<String> rows = TuningTest.rows(run(plan));
    List<String> lines = Files.readAllLines(file);
    lines.removeIf(line -> line.startsWith("1\t0\t"));
    Files.write(file, lines);

    assertThat(trialsWhile(plan)).isEqualTo(1);
    assertThat(TuningTest.rows(run(plan))).isEqualTo(rows);
  }

  @Test
  void logInUse_isRefused() throws Exception {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThat(refused(plan).found()).isEqualTo("a log that another search is writing");
    }
    assertThat(Files.size(file)).isZero();
  }

  @Test
  void trialThatWasInterrupted_isNotAFailure() throws Exception {
    for (boolean throwing : new boolean[] {true, false}) {
      Tunable interrupted =
          new Interrupted(
              ratings -> {
                Thread.currentThread().interrupt();
                if (throwing) {
                  throw new IllegalStateException("stopped");
                }
                return tunable.at(ToyTunable.SPACE.defaults()).train(ratings);
              });

      assertThatExceptionOfType(InterruptedException.class)
          .isThrownBy(
              () ->
                  Tuning.run(
                      plan.withThreads(1), interrupted, Optional.of(file), TuningListener.NONE));
      assertThat(Thread.interrupted()).isFalse();
      assertThat(Files.readAllLines(file)).hasSize(1);
    }
  }

  /** Whose training is a test's own. */
  private record Interrupted(Function<RatingTable, Scorer> training) implements Tunable {
    @Override
    public String name() {
      return "interrupted";
    }

    @Override
    public SearchSpace space() {
      return ToyTunable.SPACE;
    }

    @Override
    public Contender at(Point point) {
      return new Contender() {
        @Override
        public String name() {
          return point.text();
        }

        @Override
        public Scorer train(RatingTable ratings) {
          return training.apply(ratings);
        }
      };
    }
  }

  @Test
  void error_endsTheSearch_whichCanBeGoneOnWith() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    ToyTunable once =
        new ToyTunable(
            ToyTunable.SPACE,
            p -> {
              if (p.equals(ToyTunable.SPACE.defaults()) && broken.get()) {
                throw new OutOfMemoryError("a test");
              }
              return ToyTunable.distance(p);
            });

    assertThatExceptionOfType(OutOfMemoryError.class)
        .isThrownBy(() -> Tuning.run(plan, once, Optional.of(file), TuningListener.NONE));
    broken.set(false);
    assertThat(TuningTest.rows(Tuning.run(plan, once, Optional.of(file), TuningListener.NONE)))
        .isEqualTo(TuningTest.rows(Tuning.run(plan, once, Optional.empty(), TuningListener.NONE)));
  }

  @Test
  void placeThatIsNotThere_isAnError() {
    file = dir.resolve("no/such.log");

    assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> run(plan));
  }

  @Test
  void closedLog_takesNothingMore() throws Exception {
    List<Point> points = ToyTunable.SPACE.draw(2, 1);
    LogHeader header = LogHeader.of(plan, tunable, plan.halving().rungs(1, 60));
    TrialLog log = TrialLog.open(file, header, points);
    log.close();

    assertThat(log.add(new Trial(1, 0, points.get(0), OptionalDouble.of(1), Optional.empty(), 0)))
        .isFalse();
    assertThat(Files.readAllLines(file)).hasSize(1);
  }

  @Test
  void failureOfTheLog_endsTheSearch() throws IOException {
    Files.createDirectory(file);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> run(plan));
  }
}
