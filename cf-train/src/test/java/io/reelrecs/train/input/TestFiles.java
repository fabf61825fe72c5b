package io.reelrecs.train.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Files for tests: small ones written on the spot, and the real data where it is. */
public final class TestFiles {

  private TestFiles() {}

  /** A file with this text as UTF-8. */
  public static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(UTF_8));
  }

  /** A file with these bytes. */
  public static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text, as UTF-8 and gzipped. */
  public static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8));
  }

  /** The bytes, gzipped. */
  public static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A file of the real data; skips the test where there is none. */
  public static Path real(String name) {
    String folder = System.getProperty("reelrecs.data", System.getenv("REELRECS_DATA"));
    Assumptions.assumeTrue(
        folder != null && !folder.isBlank(), "skipped: neither reelrecs.data nor REELRECS_DATA");
    return Path.of(folder).resolve(name);
  }
}
