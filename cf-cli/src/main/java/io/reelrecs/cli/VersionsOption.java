package io.reelrecs.cli;

import io.reelrecs.core.store.ModelDirectory;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The folder of model versions that a command works on. */
final class VersionsOption {

  @Option(
      names = "--model",
      paramLabel = "FOLDER",
      defaultValue = ModelFiles.DEFAULT_FOLDER,
      description = "The folder of model versions (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** What a command does with the folder. */
  @FunctionalInterface
  interface Work<T> {
    T on(ModelDirectory directory) throws IOException;
  }

  /** Does it; a name that no version can have is the user's mistake. */
  <T> T with(Work<T> work) throws IOException {
    try {
      return work.on(ModelDirectory.at(folder));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new CommandException(
          ExitCode.BAD_MODEL,
          e.getFile()
              + ": no such file or folder\nMake a folder of versions: mkdir "
              + folder
              + "; "
              + Text.command()
              + " train --out "
              + folder,
          e);
    }
  }
}
