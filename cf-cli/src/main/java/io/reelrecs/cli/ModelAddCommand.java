package io.reelrecs.cli;

import io.reelrecs.core.store.ModelVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reelrecs model add}: copies a model file into a folder of versions. */
@Command(
    name = "add",
    description = {
      "Add a copy of a model file to a folder of versions, after checking it.",
      "",
      "The current version stays; promote changes it."
    })
final class ModelAddCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "The model file.")
  private Path file;

  @Option(
      names = "--name",
      paramLabel = "VERSION",
      description = "What to call it (default: the time, as in 20261129-140312-417).")
  private String name;

  @Mixin private VersionsOption folder;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelAddCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ModelVersion added = folder.with(directory -> directory.add(file, Optional.ofNullable(name)));
    try (Output out = output.open(context)) {
      out.note(VersionRow.heading());
      out.write(new VersionRow(added, false, 0));
    }
    return ExitCode.OK.status();
  }
}
