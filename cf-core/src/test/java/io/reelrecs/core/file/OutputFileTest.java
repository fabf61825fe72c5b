package io.reelrecs.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir private Path folder;

  private static OutputFile.Body text(String text) {
    return channel -> channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void write_makesFolders_andReplacesWhatStoodThere() throws IOException {
    OutputFile file = new OutputFile(folder.resolve("a/b/out.html"), "report");

    assertThat(file.write(text("one"))).isEqualTo(3);
    assertThat(file.write(text("second"))).isEqualTo(6);
    assertThat(file.path()).hasContent("second");
    try (Stream<Path> files = Files.list(file.path().getParent())) {
      assertThat(files).containsExactly(file.path());
    }
  }

  @Test
  void write_thatFails_leavesTheOldFileAndNothingElse() throws IOException {
    Path path = Files.writeString(folder.resolve("out.html"), "old");

    assertThatThrownBy(
            () ->
                new OutputFile(path, "report")
                    .write(
                        channel -> {
                          text("half").writeTo(channel);
                          throw new IOException("disk full");
                        }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
    assertThat(path).hasContent("old");
    assertThat(names()).containsExactly("out.html");
  }

  @Test
  void checkPlace_whereNothingCanBeWritten_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Path inner = Files.createDirectory(folder.resolve("inner"));

    assertThatThrownBy(() -> new OutputFile(inner, "report").checkPlace())
        .isInstanceOf(IOException.class)
        .hasMessage(inner + " is a directory, not a place for a report");
    assertThatThrownBy(() -> new OutputFile(file.resolve("x.html"), "report").checkPlace())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a folder that can be written to");
    assertThatCode(() -> new OutputFile(folder.resolve("new/x.html"), "report").checkPlace())
        .doesNotThrowAnyException();
    assertThat(names()).containsExactly("file", "inner");
  }

  @Test
  void checkPlace_device_isRefused() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device), "skipped: no /dev/null here");

    assertThatThrownBy(() -> new OutputFile(device, "report").checkPlace())
        .isInstanceOf(IOException.class)
        .hasMessage("/dev/null is a device, not a place for a report");
  }

  @Test
  void checkIsNone_inputByAnyName_isRefused() throws IOException {
    Path input = Files.writeString(folder.resolve("ratings.dat"), "x");
    Path link = folder.resolve("link");
    Files.createSymbolicLink(link, input);
    Path hard = Files.createLink(folder.resolve("hard"), input);
    List<Path> inputs = List.of(folder.resolve("gone"), input);

    for (Path same : List.of(input, folder.resolve("x/../ratings.dat"), link, hard)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new OutputFile(same, "report").checkIsNone("report", inputs))
          .withMessage("report must not be an input file, actual: " + same);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new OutputFile(folder.resolve("gone"), "report").checkIsNone("out", inputs));
    assertThatCode(() -> new OutputFile(folder.resolve("out"), "report").checkIsNone("out", inputs))
        .doesNotThrowAnyException();
  }
}
