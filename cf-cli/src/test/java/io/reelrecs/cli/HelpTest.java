package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of every command. */
class HelpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "data",
        "data download",
        "data synthesize",
        "train",
        "tune",
        "tune blend",
        "evaluate blend",
        "score",
        "similar",
        "recommend",
        "serve",
        "loadtest",
        "model",
        "model inspect",
        "model add",
        "model list",
        "model promote",
        "model rollback",
        "model verify",
        "token",
        "token new",
        "bench",
        "doctor"
      })
  void help_ofEachCommand_isShortAndWhole(String command) {
    String[] words = command.split(" ");

    Run run =
        Run.of(Stream.concat(Arrays.stream(words), Stream.of("--help")).toArray(String[]::new));

    assertThat(run.status()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: reelrecs " + command + " ").contains("\nOptions:\n");
    assertThat(run.out().lines())
        .allMatch(line -> line.length() <= 80)
        .hasSizeLessThan(command.equals("serve") ? 110 : 45);
    assertThat(run.out()).doesNotContain("null", "...]", "${", "(FILE", "Object");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train --algorithm=NAME fusion",
        "train --out=FILE models/reelrecs.rrm",
        "train --on-bad-row=fail|skip fail",
        "tune --trials=N 60",
        "tune --hold-out=PART 0.15",
        "tune --seed=N 1",
        "score --model=FILE models/reelrecs.rrm",
        "similar --k=N 20",
        "bench --algorithm=NAMES reference",
        "bench --seconds=N 10",
        "recommend --n=N 20",
        "serve --port=N 50051",
        "serve --host=HOST localhost",
        "serve --weights=W,W,W,W,W 0.40,0.25,0.20,0.10,0.05",
        "serve --feature-range=rescale|raw rescale",
        "serve --default-score=X 0.5",
        "serve --reload-period=SECONDS 1",
        "serve --warm-up=SECONDS 2"
      })
  void help_option_showsItsDefault(String commandOptionDefault) {
    String[] words = commandOptionDefault.split(" ", -1);

    String help = Run.of(words[0], "--help").out().replaceAll("\\s+", " ");

    int option = help.indexOf(words[1] + " ", help.indexOf("Options:"));
    int next = help.indexOf(" --", option);
    assertThat(help.substring(option, next)).contains("(default: " + words[2] + ").");
  }
}
