package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.train.Algorithm;
import io.reelrecs.train.Parameter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reelrecs algorithms}: what a model can be trained with. */
@Command(
    name = "algorithms",
    description = {
      "List the algorithms and their parameters.",
      "",
      "Parameters are set behind the name, as in train --algorithm ease:lambda=500:dropout=0."
    })
final class AlgorithmsCommand implements Callable<Integer> {

  @Mixin private OutputOptions output;

  private final CliContext context;

  AlgorithmsCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Output out = output.open(context)) {
      for (Algorithm algorithm : Algorithm.values()) {
        out.write(new AlgorithmRow(algorithm));
      }
    }
    return ExitCode.OK.status();
  }

  private record AlgorithmRow(Algorithm algorithm) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(algorithm.label()).append(": ").append(algorithm.description());
      if (algorithm == Algorithm.DEFAULT) {
        text.append(" (the default)");
      }
      for (Parameter parameter : algorithm.parameters()) {
        text.append('\n');
        String value = parameter.name() + "=" + parameter.defaultValue();
        text.append(Text.format("  %-32s %s", value, parameter.description()));
      }
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("algorithm").value(algorithm.label());
      json.name("description").value(algorithm.description());
      json.name("default").value(algorithm == Algorithm.DEFAULT);
      json.name("parameters").beginArray();
      for (Parameter parameter : algorithm.parameters()) {
        json.beginObject();
        json.name("name").value(parameter.name());
        json.name("default").value(parameter.defaultValue());
        json.name("description").value(parameter.description());
        json.endObject();
      }
      json.endArray();
    }
  }
}
