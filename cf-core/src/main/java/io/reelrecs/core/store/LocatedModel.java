package io.reelrecs.core.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The model file that stands where a program looks for its model.
 *
 * @param version the version's name; of a file that is no version, its own name and the time it was
 *     written
 * @param file the model file
 * @param bytes its size
 * @param stamp equal for as long as the file has not been touched; not for people
 */
public record LocatedModel(String version, Path file, long bytes, String stamp) {

  /** Refuses nulls. */
  public LocatedModel {
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(stamp, "stamp");
  }
}
