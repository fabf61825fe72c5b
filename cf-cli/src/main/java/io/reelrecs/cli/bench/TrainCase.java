package io.reelrecs.cli.bench;

import io.reelrecs.cli.bench.BenchResult.Fact;
import io.reelrecs.train.Recipe;
import io.reelrecs.train.TrainingJob;
import io.reelrecs.train.TrainingListener;
import io.reelrecs.train.TrainingParameters;
import io.reelrecs.train.TrainingReport;
import io.reelrecs.train.TrainingRequest;
import io.reelrecs.train.ratings.BadDataException;
import io.reelrecs.train.ratings.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A whole training, from the ratings file to a model file in a folder of its own, as {@code
 * reelrecs train} does it. The file is removed after each time; closing removes the folder.
 */
final class TrainCase implements Work, AutoCloseable {

  private final Recipe recipe;
  private final Path folder;
  private final TrainingRequest request;
  private long modelBytes;

  /**
   * A training.
   *
   * @param folder an empty one, which becomes this one's own
   */
  TrainCase(Path folder, BenchSettings settings, Recipe recipe) {
    this.folder = folder;
    this.recipe = recipe;
    request =
        new TrainingRequest(
            settings.ratings(),
            Optional.empty(),
            folder.resolve("model.rrm"),
            ReadOptions.defaults(),
            new TrainingParameters(recipe, settings.threads()));
  }

  @Override
  public TrainingReport run() throws BadDataException, IOException {
    TrainingReport report = TrainingJob.run(request, TrainingListener.NONE);
    modelBytes = report.modelBytes();
    return report;
  }

  @Override
  public void clear() throws IOException {
    Files.deleteIfExists(request.out());
  }

  List<Fact> facts() {
    return List.of(
        new Fact("algorithm", recipe.text(), recipe.text()),
        new Fact("model_bytes", modelBytes, ""));
  }

  @Override
  public void close() throws IOException {
    clear();
    Files.deleteIfExists(folder);
  }
}
