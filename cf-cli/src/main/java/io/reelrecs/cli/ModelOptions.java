package io.reelrecs.cli;

import io.reelrecs.core.model.Model;
import io.reelrecs.core.model.ModelFile;
import io.reelrecs.core.store.ModelSource;
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
      description = "The model file, or a folder of versions (default: ${DEFAULT-VALUE}).")
  private Path file;

  Path file() {
    return file;
  }

  /** Loads the model. */
  Model load() throws IOException {
    return load(file);
  }

  /** Loads the model that is, or that is the current one in, {@code file}. */
  static Model load(Path file) throws IOException {
    return from(
        file,
        source ->
            ModelFile.read(source.locate().file(), Runtime.getRuntime().availableProcessors()));
  }

  /** The file that is, or that is the current one in, {@code file}. */
  static Path locate(Path file) throws IOException {
    return from(file, source -> source.locate().file());
  }

  /** What is made of the place where a model stands. */
  @FunctionalInterface
  interface Use<T> {
    T of(ModelSource source) throws IOException;
  }

  /** Makes something of the model's place; if there is nothing says what to do. */
  <T> T use(Use<T> use) throws IOException {
    return from(file, use);
  }

  private static <T> T from(Path file, Use<T> use) throws IOException {
    try {
      return use.of(new ModelSource(file));
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
