package io.reelrecs.bench.cases;

import java.nio.file.Path;

/** Where a forked JVM finds what it works on: files named by system properties. */
public final class Inputs {

  /** Names the ratings file. */
  public static final String RATINGS = "reelrecs.bench.ratings";

  /** Names the file of a model trained on these ratings. */
  public static final String MODEL = "reelrecs.bench.model";

  /** Names a folder to write to. */
  public static final String FOLDER = "reelrecs.bench.folder";

  private Inputs() {}

  /**
   * The file of a property.
   *
   * @throws IllegalStateException if it is not set: the benchmarks run through {@code BenchMain}
   */
  static Path file(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "-D" + property + " is not set. Run the benchmarks with: mvn -Pbench verify");
    }
    return Path.of(value);
  }
}
