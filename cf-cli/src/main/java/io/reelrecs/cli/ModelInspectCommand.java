package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.matrix.RatingScale;
import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.ModelManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reelrecs model inspect}: reads a whole model file, checks it, and says what is in it. */
@Command(
    name = "inspect",
    description = "Check a model file from end to end and show what is in it.")
final class ModelInspectCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      defaultValue = ModelFiles.DEFAULT,
      description = "The model file, or a folder of versions (default: ${DEFAULT-VALUE}).")
  private Path file;

  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelInspectCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path located = ModelOptions.locate(file);
    Model model = ModelOptions.load(located);
    try (Output out = output.open(context)) {
      out.write(new Inspection(located, Files.size(located), model));
    }
    return ExitCode.OK.status();
  }

  private record Inspection(Path file, long bytes, Model model) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      ModelManifest manifest = model.manifest();
      RatingScale scale = model.ratings().scale();
      String parameters =
          manifest.parameters().entrySet().stream()
              .map(p -> p.getKey() + "=" + p.getValue())
              .collect(Collectors.joining(", "));
      line(text, "File", file + ", " + Text.bytes(bytes));
      line(text, "Format", ModelFile.FORMAT_VERSION + ", written by " + manifest.writer());
      line(text, "Algorithm", manifest.algorithm() + " (" + parameters + ")");
      line(text, "Data", manifest.fingerprint());
      line(text, "Users", Text.count(model.users().size()));
      line(text, "Movies", Text.count(model.movies().size()));
      line(text, "Ratings", Text.count(model.ratings().size()));
      line(text, "Scale", Text.rating(scale.lo()) + " to " + Text.rating(scale.hi()));
      line(text, "Mean", Text.format("%.4f", model.baseline().mean()));
      if (model.neighbors().k() > 0) {
        line(text, "Neighbors", "up to " + model.neighbors().k() + " a user");
      }
      line(text, "Titles", Text.count(model.catalog().size()));
      text.append("All checksums are right.");
    }

    private static void line(Appendable text, String label, String value) throws IOException {
      text.append(Text.format("%-11s%s%n", label, value));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      ModelManifest manifest = model.manifest();
      json.name("file").value(file.toString());
      json.name("bytes").value(bytes);
      json.name("format").value(ModelFile.FORMAT_VERSION);
      json.name("writer").value(manifest.writer());
      json.name("algorithm").value(manifest.algorithm());
      json.name("parameters").beginObject();
      for (var parameter : manifest.parameters().entrySet()) {
        json.name(parameter.getKey()).value(parameter.getValue());
      }
      json.endObject();
      json.name("fingerprint").value(manifest.fingerprint());
      json.name("users").value(model.users().size());
      json.name("movies").value(model.movies().size());
      json.name("ratings").value(model.ratings().size());
      json.name("lo").value(model.ratings().scale().lo());
      json.name("hi").value(model.ratings().scale().hi());
      json.name("mean").value(model.baseline().mean());
      json.name("neighbors").value(model.neighbors().k());
      json.name("titles").value(model.catalog().size());
    }
  }
}
