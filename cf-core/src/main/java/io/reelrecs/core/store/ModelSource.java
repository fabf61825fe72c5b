package io.reelrecs.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a program looks for its model: a model file, or a folder of versions, of which the current
 * one counts.
 *
 * <p>Immutable and thread-safe; looks anew each time it is asked.
 *
 * @param path the file or folder
 */
public record ModelSource(Path path) {

  /** Refuses null. */
  public ModelSource {
    Objects.requireNonNull(path, "path");
  }

  /**
   * What stands there now. Reads the pointer and the file's attributes, not the model.
   *
   * @throws java.nio.file.NoSuchFileException if there is nothing
   * @throws ModelStoreException if it is a folder without a current version
   * @throws IOException if it cannot be looked at
   */
  public LocatedModel locate() throws IOException {
    if (Files.isDirectory(path)) {
      ModelVersion version = ModelDirectory.at(path).currentVersion();
      FileStamp stamp = FileStamp.of(version.file());
      return new LocatedModel(version.name(), version.file(), stamp.bytes(), stamp.text());
    }
    FileStamp stamp = FileStamp.of(path);
    String version = ModelDirectory.nameOf(path) + "@" + VersionName.of(stamp.written());
    return new LocatedModel(version, path, stamp.bytes(), stamp.text());
  }
}
