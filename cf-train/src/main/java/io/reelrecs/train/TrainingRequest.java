package io.reelrecs.train;

import io.reelrecs.train.ratings.ReadOptions;
import java.nio.file.Path;
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

  /** Refuses nulls. */
  public TrainingRequest {
    Objects.requireNonNull(ratings, "ratings");
    Objects.requireNonNull(movies, "movies");
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(parameters, "parameters");
  }
}
