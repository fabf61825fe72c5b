package io.reelrecs.core.store;

import io.reelrecs.core.file.OutputFile;
import io.reelrecs.core.model.ModelFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of model versions. A version is a file {@code NAME.rrm}, which appears whole and does
 * not change; the file {@value #POINTER} names the one that counts and, below it, those that did
 * before. It is replaced by one rename, so that a reader finds the old pointer or the new one,
 * whatever breaks off meanwhile; all is forced to the disk before it is named.
 *
 * <p>Thread-safe, and safe beside other processes: changes wait for each other (on a file system
 * that has locks), readers wait for nothing. Holds nothing open. Old versions stay until somebody
 * deletes their files.
 */
public final class ModelDirectory {

  /** The name of the file that says which version counts. */
  public static final String POINTER = "CURRENT";

  /** What the name of a version's file ends with. */
  public static final String ENDING = ".rrm";

  /** How many promotions the pointer remembers. */
  public static final int MAX_HISTORY = 100;

  private final Path folder;

  private ModelDirectory(Path folder) {
    this.folder = folder;
  }

  /** The versions in {@code folder}, which need not be there yet. Reads nothing. */
  public static ModelDirectory at(Path folder) {
    return new ModelDirectory(Objects.requireNonNull(folder, "folder"));
  }

  /** The folder. */
  public Path folder() {
    return folder;
  }

  /**
   * All versions by name; names that were made here sort by time. Reads no model.
   *
   * @throws java.nio.file.NoSuchFileException if there is no such folder
   * @throws NotDirectoryException if it is something else
   */
  public List<ModelVersion> versions() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    List<String> names;
    try (Stream<Path> files = Files.list(folder)) {
      names = files.map(file -> file.getFileName().toString()).sorted().toList();
    }
    List<ModelVersion> versions = new ArrayList<>();
    for (String name : names) {
      if (name.endsWith(ENDING)) {
        find(name.substring(0, name.length() - ENDING.length())).ifPresent(versions::add);
      }
    }
    return versions;
  }

  private Optional<ModelVersion> find(String name) throws IOException {
    if (!VersionName.isValid(name)) {
      return Optional.empty();
    }
    Path file = file(name);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.isRegularFile()
          ? Optional.of(
              new ModelVersion(name, file, found.size(), found.lastModifiedTime().toInstant()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** What a version in this file is called: the file's name without {@value #ENDING}. */
  public static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }

  /**
   * The version of that name.
   *
   * @throws IllegalArgumentException if no version can have that name
   * @throws ModelStoreException if there is none
   */
  public ModelVersion version(String name) throws IOException {
    return find(VersionName.check(name))
        .orElseThrow(
            () ->
                new ModelStoreException(
                    "there is no version " + name + " in " + folder + "; see reelrecs model list"));
  }

  /**
   * The name of the version that counts; empty where none has been promoted. Its file may be
   * missing.
   *
   * @throws ModelStoreException if the pointer names nothing
   */
  public Optional<String> current() throws IOException {
    return Pointer.read(folder).current();
  }

  /**
   * The names of the versions that counted before, the latest first: what {@link #rollback} goes
   * back to. A name may come more than once, and its file may be missing.
   *
   * @throws ModelStoreException if the pointer names nothing
   */
  public List<String> history() throws IOException {
    return Pointer.read(folder).earlier();
  }

  /**
   * The version that counts.
   *
   * @throws ModelStoreException if none has been promoted, or it is not there
   */
  public ModelVersion currentVersion() throws IOException {
    String name =
        current()
            .orElseThrow(
                () ->
                    new ModelStoreException(
                        folder
                            + " is a folder without a file "
                            + POINTER
                            + ", so it has no current version; name a model file, or make one the"
                            + " current with reelrecs model promote"));
    return find(name)
        .orElseThrow(
            () ->
                new ModelStoreException(
                    folder.resolve(POINTER)
                        + " names the version "
                        + name
                        + ", but there is no file "
                        + name
                        + ENDING
                        + " beside it; promote another version"));
  }

  /**
   * A place for a new version, which nothing stands at: its name is the present time. To write the
   * model there with {@link ModelFile#write} is to add the version.
   */
  public Path newFile() {
    Instant time = Instant.now();
    Path file = file(VersionName.of(time));
    while (Files.exists(file)) {
      time = time.plusMillis(1);
      file = file(VersionName.of(time));
    }
    return file;
  }

  /**
   * Adds a copy of a model file as a version, and promotes nothing. The folder is made if it is
   * missing. Costs what reading the model costs, in time and heap.
   *
   * @param model the model file
   * @param name what to call it; empty for the present time
   * @throws IllegalArgumentException if no version can have that name
   * @throws ModelStoreException if there is one of that name already
   * @throws io.reelrecs.core.model.ModelFormatException if the file is no sound model
   */
  public ModelVersion add(Path model, Optional<String> name) throws IOException {
    name.ifPresent(VersionName::check);
    ModelFile.read(model);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    return DirectoryLock.holding(folder, () -> addNow(model, name));
  }

  private ModelVersion addNow(Path model, Optional<String> name) throws IOException {
    Path file = name.map(this::file).orElseGet(this::newFile);
    if (Files.exists(file)) {
      throw new ModelStoreException(
          "there is a file " + file + " already; choose another name for the version");
    }
    try (FileChannel from = FileChannel.open(model, StandardOpenOption.READ)) {
      new OutputFile(file, "model file").write(to -> copy(from, to));
    }
    return version(nameOf(file));
  }

  private static void copy(FileChannel from, FileChannel to) throws IOException {
    long size = from.size();
    for (long at = 0; at < size; ) {
      long copied = from.transferTo(at, size - at, to);
      if (copied == 0) {
        throw new IOException("the model file became shorter while it was copied");
      }
      at += copied;
    }
  }

  /**
   * Makes a version the one that counts, once it has been read as a whole and found sound. Where it
   * is the current one already, nothing changes. Costs what reading the model costs, in time and
   * heap.
   *
   * @return the version that counted before; empty if this is the first
   * @throws IllegalArgumentException if no version can have that name
   * @throws ModelStoreException if there is none, or the pointer names nothing
   * @throws io.reelrecs.core.model.ModelFormatException if it is not sound; the pointer stays
   */
  public Optional<String> promote(String name) throws IOException {
    ModelFile.read(version(name).file());
    return DirectoryLock.holding(
        folder,
        () -> {
          Pointer pointer = Pointer.read(folder);
          if (!pointer.current().equals(Optional.of(name))) {
            pointer.movedTo(name).write(folder);
          }
          return pointer.current();
        });
  }

  /**
   * Goes back to the version that counted before the current one, once it has been read as a whole
   * and found sound. One whose file has been deleted is passed over. Called again, it goes back
   * further.
   *
   * @return the version that counts now
   * @throws ModelStoreException if there is nothing to go back to, or the pointer names nothing
   * @throws io.reelrecs.core.model.ModelFormatException if it is not sound; the pointer stays
   */
  public ModelVersion rollback() throws IOException {
    return DirectoryLock.holding(folder, this::rollbackNow);
  }

  private ModelVersion rollbackNow() throws IOException {
    Pointer pointer = Pointer.read(folder);
    for (int i = 1; i < pointer.names().size(); i++) {
      Optional<ModelVersion> version = find(pointer.names().get(i));
      if (version.isPresent()) {
        ModelFile.read(version.get().file());
        pointer.backTo(i).write(folder);
        return version.get();
      }
    }
    throw new ModelStoreException(
        "there is no earlier version in " + folder + " to go back to; promote one by its name");
  }
}
