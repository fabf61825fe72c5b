package io.reelrecs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.reelrecs.train.data.SynthesisParameters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's own benchmarks, each once, on a handful of ratings. */
class CasesTest {

  @TempDir Path folder;

  @Test
  void run_everyBenchmark_runs() throws Exception {
    SyntheticRatings few =
        new SyntheticRatings(
            SynthesisParameters.builder().users(60).movies(250).ratings(3_000).build());
    BenchOptions options =
        new BenchOptions(
            List.of(),
            new Effort(
                OptionalInt.of(1),
                Optional.of(Duration.ofMillis(20)),
                OptionalInt.of(1),
                List.of()),
            true,
            List.of(),
            List.of(),
            Optional.of(few.in(folder)),
            Optional.empty(),
            folder);
    // Whether they run is the question here; how fast, on whatever machine this is, is not.
    List<Budget> budgets =
        Budgets.ALL.stream()
            .map(b -> new Budget(b.benchmark(), b.percentile(), Duration.ofHours(1)))
            .toList();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

    boolean held = new BenchRun(options, Selection.of(List.of()), budgets, out).run();

    assertThat(held).as(text.toString(StandardCharsets.UTF_8)).isTrue();
    assertThat(text.toString(StandardCharsets.UTF_8).lines().filter(s -> s.startsWith("running ")))
        .containsExactlyInAnyOrder(
            "running GrpcBenchmark.candidates200",
            "running ModelFileBenchmark.read",
            "running ScoreBenchmark.candidates200",
            "running ReadBenchmark.fileToMatrix threads=1",
            "running ReadBenchmark.fileToMatrix threads=2",
            "running ReferenceBenchmark.candidates200",
            "running ReferenceBenchmark.oneMovie",
            "running ScoreBenchmark.explain",
            "running ScoreBenchmark.newUser200",
            "running ScoreBenchmark.oneMovie",
            "running ScoreBenchmark.recommend20",
            "running SearchBenchmark.allUsers count=1",
            "running SearchBenchmark.allUsers count=2",
            "running SearchBenchmark.foldIn",
            "running SearchBenchmark.oneUser",
            "running TrainingBenchmark.fileToModel algorithm=ease",
            "running TrainingBenchmark.fileToModel algorithm=fusion",
            "running TrainingBenchmark.fileToModel algorithm=reference");
  }
}
