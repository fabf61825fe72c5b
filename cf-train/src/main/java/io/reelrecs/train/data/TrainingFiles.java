package io.reelrecs.train.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files in the data folder itself, which a training takes without being told more: {@code
 * ratings.dat}, {@code movies.dat} and {@code users.dat}, copies of the files of one data set. They
 * are replaced together.
 *
 * <p>Copies, not links: who edits one does not change the data set, and an edited copy is not equal
 * to a data set's file any more and so never replaced without being asked for.
 */
final class TrainingFiles {

  static final String RATINGS = "ratings.dat";
  static final String MOVIES = "movies.dat";
  static final String USERS = "users.dat";

  /** Files that a reader of ratings.dat may take for its movies. */
  private static final List<String> OTHER_MOVIES =
      List.of("movies.csv", "u.item", "movies.dat.gz", "movies.csv.gz", "u.item.gz");

  private final Path folder;

  TrainingFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Refuses what is in the way of the copies and is not itself the copy of a data set's file.
   *
   * @throws FilesExistException if there are such files
   */
  void check(List<Archive> archives) throws IOException {
    List<Path> foreign = new ArrayList<>();
    for (Path file : present()) {
      if (!isCopy(file, archives)) {
        foreign.add(file);
      }
    }
    if (!foreign.isEmpty()) {
      throw new FilesExistException(foreign);
    }
  }

  /** Makes the copies, in the place of whatever is there; the ratings go first and come last. */
  void replace(Archive archive) throws IOException {
    Map<String, String> sources = new LinkedHashMap<>();
    archive.users().ifPresent(name -> sources.put(USERS, name));
    sources.put(MOVIES, archive.movies());
    sources.put(RATINGS, archive.ratings());
    Path from = folder.resolve(archive.name());
    try (FileSet files = new FileSet(folder)) {
      for (Map.Entry<String, String> source : sources.entrySet()) {
        Files.copy(
            from.resolve(source.getValue()),
            files.temporary(folder.resolve(source.getKey())),
            StandardCopyOption.REPLACE_EXISTING);
      }
      for (Path old : present()) {
        Files.delete(old);
      }
      files.publish();
    }
  }

  Path ratings() {
    return folder.resolve(RATINGS);
  }

  Path movies() {
    return folder.resolve(MOVIES);
  }

  Optional<Path> users(Archive archive) {
    return archive.users().map(name -> folder.resolve(USERS));
  }

  /** What is in the way, the ratings first. */
  private List<Path> present() {
    List<String> names = new ArrayList<>(List.of(RATINGS, MOVIES, USERS));
    names.addAll(OTHER_MOVIES);
    return names.stream().map(folder::resolve).filter(Files::exists).toList();
  }

  private boolean isCopy(Path file, List<Archive> archives) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    for (Archive archive : archives) {
      Optional<String> name =
          switch (file.getFileName().toString()) {
            case RATINGS -> Optional.of(archive.ratings());
            case MOVIES -> Optional.of(archive.movies());
            case USERS -> archive.users();
            default -> Optional.empty();
          };
      if (name.isPresent()) {
        Path original = folder.resolve(archive.name()).resolve(name.get());
        if (Files.isRegularFile(original) && Files.mismatch(file, original) < 0) {
          return true;
        }
      }
    }
    return false;
  }
}
