package io.reelrecs.train.data;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * How to download.
 *
 * @param base the folder that has the archives; ends in a slash
 * @param connectTimeout how long a connection may take; positive
 * @param stallTimeout how long the server may say nothing; positive
 * @param existing what to do with other data in the way
 */
public record DownloadOptions(
    URI base, Duration connectTimeout, Duration stallTimeout, ExistingFiles existing) {

  /** Where GroupLens keeps the MovieLens data sets. */
  public static final URI GROUPLENS = URI.create("https://files.grouplens.org/datasets/movielens/");

  /**
   * Checks the options.
   *
   * @throws IllegalArgumentException if {@code base} is no absolute HTTP address with a slash at
   *     the end, or a timeout is not positive
   */
  public DownloadOptions {
    Objects.requireNonNull(existing, "existing");
    if (!("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
        || base.getHost() == null
        || !base.getPath().endsWith("/")) {
      throw new IllegalArgumentException(
          "base must be an http or https address that ends in a slash, actual: " + base);
    }
    checkPositive("connectTimeout", connectTimeout);
    checkPositive("stallTimeout", stallTimeout);
  }

  /** From GroupLens, 15 seconds to connect, 60 seconds of silence, replacing nothing. */
  public static DownloadOptions defaults() {
    return new DownloadOptions(
        GROUPLENS, Duration.ofSeconds(15), Duration.ofSeconds(60), ExistingFiles.REFUSE);
  }

  /** The same from another place, a mirror or a test's server. */
  public DownloadOptions withBase(URI base) {
    return new DownloadOptions(base, connectTimeout, stallTimeout, existing);
  }

  /** The same with another way to treat other data in the way. */
  public DownloadOptions withExisting(ExistingFiles existing) {
    return new DownloadOptions(base, connectTimeout, stallTimeout, existing);
  }

  private static void checkPositive(String name, Duration timeout) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException(name + " must be positive, actual: " + timeout);
    }
  }
}
