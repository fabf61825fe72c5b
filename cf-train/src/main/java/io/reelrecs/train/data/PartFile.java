package io.reelrecs.train.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What has come of a file so far, {@code NAME.part}, and the version it is a part of, {@code
 * NAME.part.version}: the server's ETag or date.
 */
final class PartFile {

  static final String SUFFIX = ".part";

  private final Path file;
  private final Path versionFile;

  /** The part of the file with this place. */
  PartFile(Path place) {
    file = place.resolveSibling(place.getFileName() + SUFFIX);
    versionFile = place.resolveSibling(place.getFileName() + SUFFIX + ".version");
  }

  Path file() {
    return file;
  }

  /** Bytes that have come; 0 when there is no part file. */
  long size() throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }

  /** The version, if the server named one. */
  Optional<String> version() throws IOException {
    if (!Files.exists(versionFile)) {
      return Optional.empty();
    }
    String version = Files.readString(versionFile).strip();
    // It goes into a header: anything but one line of plain text is no version.
    boolean plain = version.chars().allMatch(c -> c >= ' ' && c < 127);
    return plain && !version.isEmpty() ? Optional.of(version) : Optional.empty();
  }

  /** Makes the file empty, for a version. */
  void start(Optional<String> version) throws IOException {
    delete();
    Files.createFile(file);
    if (version.isPresent()) {
      Files.writeString(versionFile, version.get() + "\n");
    }
  }

  /** Removes what has come. */
  void delete() throws IOException {
    Files.deleteIfExists(versionFile);
    Files.deleteIfExists(file);
  }
}
