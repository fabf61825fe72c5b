package io.reelrecs.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code reelrecs model promote}: makes a version the one that counts. */
@Command(
    name = "promote",
    description = {
      "Make a version the current one, after checking it from end to end.",
      "",
      "Servers that read the folder take it up by themselves."
    })
final class ModelPromoteCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "VERSION", description = "The version, as list shows it.")
  private String version;

  @Mixin private VersionsOption folder;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelPromoteCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Optional<String> before = folder.with(directory -> directory.promote(version));
    try (Output out = output.open(context)) {
      out.write(new PromotionRow(version, before));
    }
    return ExitCode.OK.status();
  }
}
