package io.reelrecs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.reelrecs.train.heap.HeapTooSmallException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsGuessTest {

  private static final int LINES = 60_000;

  @TempDir private Path folder;

  @Test
  void of_linesThatGrow_isNearTheirNumber() throws IOException {
    Path file = Files.writeString(folder.resolve("r"), lines());

    assertThat((double) RatingsGuess.of(file)).isCloseTo(LINES, within(0.1 * LINES));
    RatingsGuess.check(file);
  }

  @Test
  void of_gzip_isNearTheNumberOfLines() throws IOException {
    Path file = folder.resolve("r.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines().getBytes(StandardCharsets.US_ASCII));
    }

    assertThat((double) RatingsGuess.of(file)).isCloseTo(LINES, within(0.25 * LINES));
  }

  @Test
  void of_smallOrNone_isNothing() throws IOException {
    assertThat(RatingsGuess.of(folder)).isZero();
    assertThat(RatingsGuess.of(folder.resolve("none"))).isZero();
    assertThat(RatingsGuess.of(Files.writeString(folder.resolve("r"), "1::1::5::1\n"))).isZero();
  }

  /** A file with holes takes no space; the ends that are there say what its lines are like. */
  @Test
  void check_fileForATerabyte_isRefusedUnread() throws IOException {
    Path file = folder.resolve("r");
    byte[] piece = "1::1::5::956700000\n".repeat(4000).getBytes(StandardCharsets.US_ASCII);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(piece);
      out.seek(1L << 40);
      out.write(piece);
    }

    assertThatExceptionOfType(HeapTooSmallException.class)
        .isThrownBy(() -> RatingsGuess.check(file))
        .withMessageMatching("reading about 3[89],000,000,000 ratings needs about .*");
  }

  private static String lines() {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      lines.append(i).append("::").append(i * 31 % 3706).append("::4::956700000\n");
    }
    return lines.toString();
  }
}
