package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The model that a command answers from, and how it takes ids that the model does not know. */
final class ModelOptions {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      defaultValue = ModelFiles.DEFAULT,
      description = "The model file (default: ${DEFAULT-VALUE}).")
  private Path file;

  Path file() {
    return file;
  }

  /** Loads the model. */
  Model load() throws IOException {
    return load(file);
  }

  static Model load(Path file) throws IOException {
    try {
      return ModelFile.read(file, Runtime.getRuntime().availableProcessors());
    } catch (NoSuchFileException e) {
      throw new CommandException(
          ExitCode.BAD_MODEL,
          "there is no model at "
              + file
              + "\n"
              + "Train one with: "
              + Text.command()
              + " train --ratings data/ratings.dat\n"
              + "Without any data: "
              + Text.command()
              + " demo",
          e);
    }
  }
}
