package io.reelrecs.core.store;

import io.reelrecs.core.file.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the file {@value ModelDirectory#POINTER} says: the version that counts, and below it those
 * that did before, one a line, the latest first. Both stand in one file so that one rename changes
 * them together.
 *
 * @param names the lines; none where no version has been promoted
 */
record Pointer(List<String> names) {

  /** More than that many lines can have. */
  private static final int MAX_BYTES = 1 << 16;

  Pointer {
    names = List.copyOf(names);
  }

  /** What stands in {@code folder}. */
  static Pointer read(Path folder) throws IOException {
    Path file = folder.resolve(ModelDirectory.POINTER);
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return new Pointer(List.of());
    }
    List<String> names =
        new String(bytes, StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList();
    if (names.isEmpty()) {
      throw broken(file, "it is empty");
    }
    if (bytes.length > MAX_BYTES) {
      throw broken(file, "it is too long");
    }
    for (int i = 0; i < names.size(); i++) {
      if (!VersionName.isValid(names.get(i))) {
        throw broken(file, "what stands in entry " + (i + 1) + " is no name of a version");
      }
    }
    return new Pointer(names);
  }

  private static ModelStoreException broken(Path file, String why) {
    return new ModelStoreException(
        file
            + " must name a version and below it the earlier ones, one a line, but "
            + why
            + "; delete it, then promote a version");
  }

  void write(Path folder) throws IOException {
    ByteBuffer text = StandardCharsets.UTF_8.encode(String.join("\n", names) + "\n");
    new OutputFile(folder.resolve(ModelDirectory.POINTER), "pointer")
        .write(
            channel -> {
              while (text.hasRemaining()) {
                channel.write(text);
              }
            });
  }

  Optional<String> current() {
    return names.stream().findFirst();
  }

  /** Those before the current one, the latest first. */
  List<String> earlier() {
    return names.subList(Math.min(1, names.size()), names.size());
  }

  /** This pointer, moved on to another version. */
  Pointer movedTo(String name) {
    List<String> moved = new ArrayList<>(names);
    moved.add(0, name);
    return new Pointer(moved.subList(0, Math.min(moved.size(), ModelDirectory.MAX_HISTORY)));
  }

  /** This pointer, moved back to entry {@code index}. */
  Pointer backTo(int index) {
    return new Pointer(names.subList(index, names.size()));
  }
}
