package io.reelrecs.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code reelrecs doctor}: what this machine and this Java offer, and what to change. */
@Command(
    name = "doctor",
    description = "Show what this Java and this machine offer, and what to improve.")
final class DoctorCommand implements Callable<Integer> {

  @Mixin private OutputOptions output;

  private final CliContext context;

  DoctorCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (Output out = output.open(context)) {
      out.write(DoctorReport.examine());
    }
    return ExitCode.OK.status();
  }
}
