package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.cli.bench.BenchCase;
import io.reelrecs.cli.bench.BenchResult;
import io.reelrecs.cli.bench.MachineFacts;
import io.reelrecs.cli.bench.Timing;
import io.reelrecs.core.matrix.RatingMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A line of {@code reelrecs bench}. */
record BenchRow(BenchResult result) implements Row {

  private static final String COLUMNS = "%-8s%-12s%7s %11s %11s %11s %11s %10s   %s";

  private static final double NANOS = 1e9;

  /** Fewest times of which a 99th percentile says more than the longest would. */
  private static final int HAS_P99 = 100;

  /** What people want to know before the figures: the machine, the data, the columns. */
  static List<String> heading(MachineFacts machine, Path ratings, RatingMatrix matrix) {
    return List.of(
            fact(
                "Machine",
                machine.cpu()
                    + ", "
                    + Text.plural(machine.processors(), "core")
                    + ", memory "
                    + Text.bytes(machine.memoryBytes())),
            fact(
                "Java",
                machine.java()
                    + " ("
                    + machine.vendor()
                    + "), heap up to "
                    + Text.bytes(machine.heapMaxBytes())),
            fact(
                "Clock",
                Text.format(
                    "asking it takes %.0f ns, which every time contains", machine.clockNanos())),
            fact(
                "Ratings",
                Text.count(matrix.size())
                    + " of "
                    + Text.plural(matrix.users(), "user")
                    + " and "
                    + Text.plural(matrix.movies(), "movie")
                    + ", "
                    + ratings
                    + size(ratings)),
            "",
            Text.format(
                COLUMNS, "case", "kernel", "threads", "first", "median", "min", "p99", "runs", ""))
        .stream()
        .map(String::stripTrailing)
        .toList();
  }

  private static String fact(String label, String value) {
    return Text.format("%-11s%s", label, value);
  }

  private static String size(Path file) {
    try {
      return ", " + Text.bytes(Files.size(file));
    } catch (IOException e) {
      return ""; // it was there a moment ago; its size is not worth a failure
    }
  }

  @Override
  public void writeText(Appendable text) throws IOException {
    Timing timing = result.timing();
    String remarks =
        result.facts().stream()
            .map(BenchResult.Fact::text)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(", "));
    text.append(
        Text.format(
            COLUMNS,
            result.benchCase().label(),
            result.kernel(),
            result.threads(),
            Text.seconds(timing.first()),
            Text.seconds(timing.median()),
            Text.seconds(timing.min()),
            timing.runs() < HAS_P99 ? "-" : Text.seconds(timing.p99()),
            Text.count(timing.runs()),
            remarks));
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    Timing timing = result.timing();
    json.name("case").value(result.benchCase().label());
    json.name("kernel").value(result.kernel());
    json.name("threads").value(result.threads());
    json.name("first_s").value(rounded(timing.first()));
    json.name("median_s").value(rounded(timing.median()));
    json.name("min_s").value(rounded(timing.min()));
    if (result.benchCase() == BenchCase.USER || result.benchCase() == BenchCase.SCORE) {
      json.name("p50_s").value(rounded(timing.median()));
      json.name("p99_s").value(rounded(timing.p99()));
    }
    json.name("runs").value(timing.runs());
    for (BenchResult.Fact fact : result.facts()) {
      json.name(fact.name());
      if (fact.value() instanceof Number number) {
        json.value(number);
      } else {
        json.value(fact.value().toString());
      }
    }
  }

  /** Whole nanoseconds: there is nothing behind them. */
  private static double rounded(double seconds) {
    return Math.rint(seconds * NANOS) / NANOS;
  }
}
