package io.reelrecs.train.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a file is opened: a seam for files that fail in the middle. */
@FunctionalInterface
public interface Opener {

  /** Opens files of the default kind. */
  Opener FILES = Files::newInputStream;

  /** A new stream over the bytes of the file; the caller closes it. */
  InputStream open(Path file) throws IOException;
}
