package io.reelrecs.train.data;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
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
  private final boolean isNewFolder;
  private final Map<Path, Path> temporaries = new LinkedHashMap<>();

  /** A set for this folder, which is made when it is not there. */
  FileSet(Path folder) throws IOException {
    this.isNewFolder = !Files.exists(folder);
    // A link to a folder is one: some JDKs refuse to create it.
    this.folder = Files.isDirectory(folder) ? folder : Files.createDirectories(folder);
  }

  /** The temporary file to write for this place in the folder; empty. */
  Path temporary(Path place) throws IOException {
    String name = place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    Path temporary = place.resolveSibling(name);
    Files.deleteIfExists(temporary);
    Files.createFile(temporary);
    temporary.toFile().deleteOnExit(); // when the process is ended in the middle
    temporaries.put(place, temporary);
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
      Files.move(temporaries.get(place), place, StandardCopyOption.REPLACE_EXISTING);
      temporaries.remove(place);
    }
  }

  /** Removes what was not published, and the folder if it was made for this and is empty. */
  @Override
  public void close() throws IOException {
    for (Path temporary : temporaries.values()) {
      Files.deleteIfExists(temporary);
    }
    temporaries.clear();
    if (isNewFolder) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        return; // the usual end: it has the files
      }
    }
  }
}
