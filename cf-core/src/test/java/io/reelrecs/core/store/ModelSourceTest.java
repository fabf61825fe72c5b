package io.reelrecs.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSourceTest {

  private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-11-29T14:03:12.417Z"));

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setLastModifiedTime(file, WRITTEN);
  }

  @Test
  void locate_file_isNamedAfterItAndItsTime() throws IOException {
    Path file = write("m.rrm", "12345");

    LocatedModel located = new ModelSource(file).locate();

    assertThat(located.version()).isEqualTo("m@20261129-140312-417");
    assertThat(located.file()).isEqualTo(file);
    assertThat(located.bytes()).isEqualTo(5);
    assertThat(new ModelSource(file).locate()).isEqualTo(located);
  }

  @Test
  void locate_fileReplacedByOneOfTheSameSizeAndTime_hasAnotherStamp() throws IOException {
    Path file = write("m.rrm", "12345");
    assumeTrue(Files.readAttributes(file, "*").get("fileKey") != null);
    LocatedModel located = new ModelSource(file).locate();

    Files.move(write("other", "54321"), file, StandardCopyOption.REPLACE_EXISTING);

    assertThat(new ModelSource(file).locate()).isNotEqualTo(located);
  }

  @Test
  void locate_fileWrittenTo_hasAnotherStamp() throws IOException {
    Path file = write("m.rrm", "12345");
    LocatedModel located = new ModelSource(file).locate();

    Files.writeString(file, "54321");

    assertThat(new ModelSource(file).locate()).isNotEqualTo(located);
  }

  @Test
  void locate_folder_isItsCurrentVersion() throws IOException {
    Path file = write("v1.rrm", "12345");
    write("v2.rrm", "12345");
    ModelSource source = new ModelSource(folder);
    assertThatThrownBy(source::locate).isInstanceOf(ModelStoreException.class);

    write("CURRENT", "v1\n");
    LocatedModel first = source.locate();
    assertThat(first.version()).isEqualTo("v1");
    assertThat(first.file()).isEqualTo(file);

    write("CURRENT", "v2\nv1\n");
    assertThat(source.locate().version()).isEqualTo("v2");
  }

  @Test
  void locate_nothing_isNoSuchFile() {
    assertThatThrownBy(() -> new ModelSource(folder.resolve("none")).locate())
        .isInstanceOf(NoSuchFileException.class);
  }
}
