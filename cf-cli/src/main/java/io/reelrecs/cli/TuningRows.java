package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.train.AlgorithmTunable;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.tune.Trial;
import io.reelrecs.train.tune.TuningResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The output of {@code reelrecs tune}: a row a setting, best first, then the winner. */
record TuningRows(AlgorithmTunable tunable, TuningResult result, Path ratings) {

  private static final int PERCENT = 100;

  /** How many settings are shown as text. */
  private static final int BEST_SHOWN = 10;

  /** Writes all of them as JSON; as text the best, and the one that the search set out from. */
  void write(Output out) {
    out.note(
        Text.format(
            "%s of %s; %s", metric(), tunable.start().algorithm().label(), result.protocol()));
    out.note(Text.format("%5s  %-8s  %5s  %s", "rank", metric(), "users", "setting"));
    List<Trial> ranking = result.ranking();
    for (int i = 0; i < ranking.size(); i++) {
      TrialRow row = new TrialRow(i + 1, ranking.get(i));
      if (out.isJson() || i < BEST_SHOWN || ranking.get(i).candidate() == 0) {
        out.write(row);
      }
    }
    if (ranking.size() > BEST_SHOWN) {
      out.note("       and others; --json prints all");
    }
    out.write(new WinnerRow());
  }

  /** A line about the settings that failed, if some did. */
  Optional<String> failures() {
    List<Trial> failed = result.ranking().stream().filter(Trial::failed).toList();
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.plural(failed.size(), "setting")
                + " failed, such as "
                + setting(failed.get(0))
                + ": "
                + failed.get(0).failure().orElseThrow());
  }

  private String metric() {
    return result.objective().metric().label();
  }

  private String setting(Trial trial) {
    return tunable.recipe(trial.point()).text();
  }

  /** The command that trains the winner. */
  private String command() {
    Recipe winner = tunable.recipe(result.winner().point());
    return Text.command()
        + " "
        + Text.shell(
            List.of("train", "--ratings", ratings.toString(), "--algorithm", winner.text()));
  }

  private final class TrialRow implements Row {

    private final int rank;
    private final Trial trial;

    TrialRow(int rank, Trial trial) {
      this.rank = rank;
      this.trial = trial;
    }

    @Override
    public void writeText(Appendable text) throws IOException {
      String value = trial.failed() ? "failed" : Text.format("%.5f", trial.value().getAsDouble());
      text.append(
          Text.format(
              "%5d  %-8s  %4.0f%%  %s%s",
              rank,
              value,
              PERCENT * result.shares().get(trial.rung() - 1),
              setting(trial),
              trial.candidate() == 0 ? "  (where the search set out)" : ""));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("rank").value(rank);
      json.name("setting").value(setting(trial));
      json.name("metric").value(metric());
      json.name("users").value(result.shares().get(trial.rung() - 1));
      if (trial.failed()) {
        json.name("failure").value(trial.failure().orElseThrow());
      } else {
        json.name("value").value(trial.value().getAsDouble());
      }
      json.name("start").value(trial.candidate() == 0);
      json.name("seconds").value(trial.seconds());
    }
  }

  private final class WinnerRow implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append('\n');
      Trial start = result.defaults();
      if (!result.beatsDefaults()) {
        text.append("Nothing is better than where the search set out: keep it. ");
      } else if (start.failed()) {
        text.append("Where the search set out there was a failure, so the gain is not known. ");
      } else {
        text.append(
            Text.format(
                "%s is %.5f better than where the search set out. It is the best of many on what was"
                    + " held out, so somewhat less on other ratings; \"evaluate\" tells.\n",
                metric(), result.gain().getAsDouble()));
      }
      text.append("Train it with:\n").append(command());
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("winner").value(setting(result.winner()));
      json.name("metric").value(metric());
      json.name("protocol").value(result.protocol());
      json.name("value").value(result.winner().value().getAsDouble());
      json.name("better_than_start").value(result.beatsDefaults());
      if (result.gain().isPresent()) {
        json.name("gain").value(result.gain().getAsDouble());
      }
      json.name("command").value(command());
    }
  }
}
