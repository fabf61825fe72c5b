package io.reelrecs.train;

import io.reelrecs.core.file.OutputFile;
import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A training from file to file.
 *
 * @param ratings the ratings file
 * @param movies the movies file; if empty, one beside the ratings is taken if there is one
 * @param out where the model file goes
 * @param reading how to read the ratings
 * @param parameters how to train
 */
public record TrainingRequest(
    Path ratings,
    Optional<Path> movies,
    Path out,
    ReadOptions reading,
    TrainingParameters parameters) {

  /**
   * Refuses nulls, and a model file that would replace what it is trained on.
   *
   * @throws IllegalArgumentException if {@code out} is one of the input files
   */
  public TrainingRequest {
    Objects.requireNonNull(ratings, "ratings");
    Objects.requireNonNull(movies, "movies");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(parameters, "parameters");
    OutputFile place = new OutputFile(out, "model file");
    place.checkIsNone("out", List.of(ratings));
    place.checkIsNone("out", movies.stream().toList());
  }

  /** The model file to be made. */
  OutputFile output() {
    return new OutputFile(out, "model file");
  }
}
