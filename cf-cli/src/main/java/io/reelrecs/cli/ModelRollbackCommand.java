package io.reelrecs.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reelrecs model rollback}: goes back to the version that counted before. */
@Command(
    name = "rollback",
    description = {
      "Go back to the version that was current before, after checking it.",
      "",
      "Once more goes back further; promote is the way forward."
    })
final class ModelRollbackCommand implements Callable<Integer> {

  @Mixin private VersionsOption folder;
  @Mixin private OutputOptions output;

  private final CliContext context;

  ModelRollbackCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    PromotionRow row =
        folder.with(
            directory -> {
              var before = directory.current();
              return new PromotionRow(directory.rollback().name(), before);
            });
    try (Output out = output.open(context)) {
      out.write(row);
    }
    return ExitCode.OK.status();
  }
}
