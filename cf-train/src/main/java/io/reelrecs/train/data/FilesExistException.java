package io.reelrecs.train.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Files are where others are to be written, and may not be replaced. Nothing was changed. */
public final class FilesExistException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient List<Path> files;

  FilesExistException(List<Path> files) {
    super(
        files.stream().map(Path::toString).collect(Collectors.joining(", "))
            + (files.size() == 1 ? " exists and is" : " exist and are")
            + " not to be replaced. Move "
            + (files.size() == 1 ? "it" : "them")
            + " elsewhere, choose another folder, or allow replacing with --force.");
    this.files = List.copyOf(files);
  }

  /** The files in the way; empty after deserialization. */
  public List<Path> files() {
    return files == null ? List.of() : files;
  }

  /** Refuses those of the files that exist. */
  static void check(List<Path> places) throws FilesExistException {
    List<Path> inTheWay = places.stream().filter(Files::exists).toList();
    if (!inTheWay.isEmpty()) {
      throw new FilesExistException(inTheWay);
    }
  }
}
