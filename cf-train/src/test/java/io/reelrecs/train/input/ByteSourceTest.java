package io.reelrecs.train.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteSourceTest {

  @TempDir Path folder;

  private static String readAll(ByteSource source) throws SourceException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[1000];
    for (int n; (n = source.read(part, 0, part.length)) >= 0; ) {
      all.write(part, 0, n);
    }
    return all.toString(UTF_8);
  }

  private static String readAll(Path file, Opener opener) throws SourceException {
    try (ByteSource source = ByteSource.open(file, "a file", opener)) {
      return readAll(source);
    }
  }

  private static SourceException failure(Path file, Opener opener) {
    return catchThrowableOfType(SourceException.class, () -> readAll(file, opener));
  }

  @Test
  void read_plainFile() throws Exception {
    Path file = TestFiles.write(folder, "a", "some text\n");
    try (ByteSource source = ByteSource.open(file, "a file", Opener.FILES)) {
      assertThat(readAll(source)).isEqualTo("some text\n");
      assertThat(source.gzipped()).isFalse();
      assertThat(source.bytesRead()).isEqualTo(10);
      assertThat(source.totalBytes()).isEqualTo(10);
    }
  }

  @Test
  void read_gzippedFile() throws Exception {
    String text = "some text\n".repeat(100_000);
    byte[] packed = TestFiles.gzip(text);
    Path file = TestFiles.write(folder, "a", packed);
    try (ByteSource source = ByteSource.open(file, "a file", Opener.FILES)) {
      assertThat(readAll(source)).isEqualTo(text);
      assertThat(source.gzipped()).isTrue();
      assertThat(source.bytesRead()).isEqualTo(packed.length);
      assertThat(source.totalBytes()).isEqualTo(packed.length);
    }
  }

  @Test
  void read_archiveOfTwoMembersFromAPipe() throws Exception {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(TestFiles.gzip("one\n"));
    both.writeBytes(TestFiles.gzip("two\n"));
    byte[] bytes = both.toByteArray();
    // A pipe gives little at a time and never says how much there is.
    Opener pipe =
        path ->
            new FilterInputStream(new ByteArrayInputStream(bytes)) {
              @Override
              public int read(byte[] target, int off, int len) throws IOException {
                return super.read(target, off, Math.min(len, 3));
              }

              @Override
              public int available() {
                return 0;
              }
            };
    assertThat(readAll(folder.resolve("pipe"), pipe)).isEqualTo("one\ntwo\n");
  }

  @Test
  void read_emptyFile() throws Exception {
    assertThat(readAll(TestFiles.write(folder, "a", ""), Opener.FILES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "504B0304, a zip archive",
    "504B0506, an empty zip archive",
    "425A6839, a bzip2 archive",
    "FD377A585A00, an xz archive",
    "377ABCAF271C, a 7z archive",
    "28B52FFD24, a zstd archive",
    "FFFE3100, UTF-16 text",
    "FEFF0031, UTF-16 text",
  })
  void open_otherKindOfFile(String hex, String found) {
    byte[] bytes = java.util.HexFormat.of().parseHex(hex);
    SourceException e = failure(TestFiles.write(folder, "ratings.dat", bytes), Opener.FILES);
    assertThat(e.found()).isEqualTo(found);
    assertThat(e.expected()).isEqualTo("a file as text, plain or gzipped");
    assertThat(e.advice())
        .isEqualTo(
            found.startsWith("UTF")
                ? "Save it as UTF-8."
                : "Unpack it first and name the file inside.");
  }

  @Test
  void open_missingFile() {
    SourceException e = failure(folder.resolve("none"), Opener.FILES);
    assertThat(e).hasMessage("found no such file, expected a file. Check the path.");
  }

  @Test
  void open_directory() {
    SourceException e = failure(folder, Opener.FILES);
    assertThat(e).hasMessage("found a directory, expected a file. Name a file in it.");
  }

  @Test
  void open_fileWithoutPermission() {
    Opener denied =
        path -> {
          throw new AccessDeniedException(path.toString());
        };
    assertThat(failure(folder.resolve("a"), denied))
        .hasMessage(
            "found a file that this user may not read, expected a file. Check its permissions.");
  }

  @Test
  void open_fileThatTheSystemWillNotRead() {
    Path memory = Path.of("/proc/self/mem");
    Assumptions.assumeTrue(Files.exists(memory), "skipped: no /proc/self/mem here");
    assertThat(failure(memory, Opener.FILES).found()).startsWith("a file that cannot be read (");
  }

  @Test
  void read_failsInTheMiddle() {
    byte[] start = new byte[100];
    Arrays.fill(start, (byte) 'x');
    Opener failing =
        path ->
            new InputStream() {
              private int at;

              @Override
              public int read() throws IOException {
                if (at == start.length) {
                  throw new IOException("disk on fire");
                }
                return start[at++];
              }

              @Override
              public int read(byte[] target, int off, int len) throws IOException {
                target[off] = (byte) read();
                return 1;
              }
            };
    assertThat(failure(folder.resolve("a"), failing).found())
        .isEqualTo("a file that cannot be read (disk on fire)");
  }

  @Test
  void read_archiveCutAnywhere() {
    byte[] packed = TestFiles.gzip("some text that is not all the same\n");
    for (int length = 2; length < packed.length; length++) {
      Path file = TestFiles.write(folder, "a.gz", Arrays.copyOf(packed, length));
      SourceException e = failure(file, Opener.FILES);
      assertThat(e.found()).as("length %d", length).isEqualTo("a gzip archive that is cut off");
    }
  }

  @Test
  void read_archiveWithWrongChecksum() {
    byte[] packed = TestFiles.gzip("some text\n");
    packed[packed.length - 8] ^= 1;
    assertThat(failure(TestFiles.write(folder, "a.gz", packed), Opener.FILES).found())
        .startsWith("a gzip archive that is corrupt (");
  }
}
