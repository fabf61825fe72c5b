package io.reelrecs.core.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A model file in a folder of versions. Whether it is a sound one is seen when it is read.
 *
 * @param name what it is called; the file's name without its ending
 * @param file where it stands
 * @param bytes the size of the file
 * @param written when the file was last written
 */
public record ModelVersion(String name, Path file, long bytes, Instant written) {

  /** Refuses nulls. */
  public ModelVersion {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(written, "written");
  }
}
