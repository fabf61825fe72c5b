package io.reelrecs.train.data;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of one folder that appear together or not at all: each is written under a temporary name
 * beside its place, and all are renamed at the end. Closing without {@link #publish} removes what
 * was written. Not thread-safe.
 */
final class FileSet implements AutoCloseable {

  private final Path folder;
  private final Map<Path, Path> temporaries = new LinkedHashMap<>();

  /** A set for this folder, which is made when it is not there. */
  FileSet(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** The temporary file to write for this place in the folder. */
  Path temporary(Path place) throws IOException {
    Path temporary = Files.createTempFile(folder, place.getFileName() + ".", ".tmp");
    temporaries.put(place, temporary);
    makeReadable(temporary);
    return temporary;
  }

  /**
   * Renames all files to their places, in the order in which they were asked for. A file whose set
   * is incomplete is never seen: the last place is emptied first and filled last.
   *
   * @throws IOException if a file cannot be renamed; those not yet renamed are left out
   */
  void publish() throws IOException {
    List<Path> places = new ArrayList<>(temporaries.keySet());
    Path last = places.get(places.size() - 1);
    Files.deleteIfExists(last);
    for (Path place : places) {
      move(temporaries.get(place), place);
      temporaries.remove(place);
    }
  }

  /** Removes temporary files that were not published. */
  @Override
  public void close() throws IOException {
    for (Path temporary : temporaries.values()) {
      Files.deleteIfExists(temporary);
    }
    temporaries.clear();
  }

  /**
   * Refuses files that are in the way.
   *
   * @throws FileAlreadyExistsException if one of them exists, naming all that do
   */
  static void refuseExisting(List<Path> places) throws FileAlreadyExistsException {
    List<Path> inTheWay = places.stream().filter(Files::exists).toList();
    if (!inTheWay.isEmpty()) {
      StringBuilder names = new StringBuilder();
      for (Path file : inTheWay) {
        names.append(names.isEmpty() ? "" : ", ").append(file);
      }
      throw new FileAlreadyExistsException(
          inTheWay.get(0).toString(),
          null,
          "in the way: %s; move it elsewhere, choose another place, or allow it to be replaced"
              .formatted(names));
    }
  }

  /** Temporary files are made for their owner alone; data is for whom the folder is for. */
  private void makeReadable(Path temporary) throws IOException {
    Files.delete(temporary);
    Files.createFile(temporary);
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }
}
