package io.reelrecs.cli;

import java.nio.file.Path;

/** Where model files live unless the command line says otherwise. */
final class ModelFiles {

  /** What {@code train} writes and every other command reads, from the present directory. */
  static final String DEFAULT = "models/reelrecs.rrm";

  /** Where versions of a model live. */
  static final String DEFAULT_FOLDER = "models";

  private ModelFiles() {}

  /** {@link #DEFAULT} as a path. */
  static Path defaultPath() {
    return Path.of(DEFAULT);
  }
}
