package io.reelrecs.cli;

import io.reelrecs.core.store.ModelVersion;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reelrecs model list}: the versions in a folder, and which one counts. */
@Command(name = "list", description = "List the model versions in a folder.")
final class ModelListCommand implements Callable<Integer> {

  @Mixin private VersionsOption folder;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelListCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    return folder.with(
        directory -> {
          List<ModelVersion> versions = directory.versions();
          Optional<String> current = directory.current();
          List<String> history = directory.history();
          try (Output out = output.open(context)) {
            out.note(VersionRow.heading());
            for (ModelVersion version : versions) {
              boolean isCurrent = current.equals(Optional.of(version.name()));
              int back = isCurrent ? 0 : history.indexOf(version.name()) + 1;
              out.write(new VersionRow(version, isCurrent, back));
            }
          }
          directory.currentVersion(); // says what is wrong with it
          return ExitCode.OK.status();
        });
  }
}
