package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.model.ModelFormatException;
import io.reelrecs.core.store.ModelDirectory;
import io.reelrecs.core.store.ModelVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reelrecs model verify}: reads versions as a whole and says which are sound. */
@Command(
    name = "verify",
    description = {
      "Check versions from end to end, and that one of them is the current.",
      "",
      "Exit status 4 if something is wrong."
    })
final class ModelVerifyCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "VERSION",
      description = "The version, as list shows it (default: all of them).")
  private String version;

  @Mixin private VersionsOption folder;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelVerifyCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    return folder.with(this::verify);
  }

  private int verify(ModelDirectory directory) throws IOException {
    List<ModelVersion> versions =
        version == null ? directory.versions() : List.of(directory.version(version));
    boolean sound = true;
    try (Output out = output.open(context)) {
      for (ModelVersion one : versions) {
        Verdict verdict = new Verdict(one.name(), problem(one));
        sound &= verdict.problem().isEmpty();
        out.write(verdict);
        out.flush();
      }
    }
    if (version == null) {
      directory.currentVersion(); // says what is wrong with it
    }
    return (sound ? ExitCode.OK : ExitCode.BAD_MODEL).status();
  }

  private static Optional<String> problem(ModelVersion version) throws IOException {
    try {
      ModelFile.read(version.file(), Runtime.getRuntime().availableProcessors());
      return Optional.empty();
    } catch (ModelFormatException e) {
      return Optional.of(e.getMessage());
    }
  }

  private record Verdict(String version, Optional<String> problem) implements Row {

    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(version).append(": ").append(problem.orElse("sound"));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("version").value(version);
      json.name("sound").value(problem.isEmpty());
      if (problem.isPresent()) {
        json.name("problem").value(problem.get());
      }
    }
  }
}
