package io.reelrecs.train.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives made for a test. */
final class TestZip {

  /** What is known of the test archive: no checksum, as of ml-latest-small. */
  static final Archive ARCHIVE =
      new Archive(
          "ml-test",
          Optional.empty(),
          1 << 20,
          1 << 20,
          "u.data",
          "u.item",
          Optional.of("u.user"),
          List.of("README"));

  static final String RATINGS = "1\t2\t5\t978300000\n2\t2\t3\t978300001\n".repeat(2_000);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream out = new ZipOutputStream(bytes);

  TestZip() {
    out.setLevel(0); // as large as its content, so that there is something to break off
  }

  /** A complete archive, and with it a file that nobody expects. */
  static TestZip good() throws IOException {
    return new TestZip()
        .with("ml-test/", "")
        .with("ml-test/README", "terms")
        .with("ml-test/u.data", RATINGS)
        .with("ml-test/u.item", "2|Title (1995)|\n")
        .with("ml-test/u.user", "1|24|M|technician|85711\n")
        .with("ml-test/mku.sh", "#!/bin/sh\n");
  }

  TestZip with(String name, String content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content.getBytes(StandardCharsets.US_ASCII));
    out.closeEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    out.close();
    return bytes.toByteArray();
  }
}
