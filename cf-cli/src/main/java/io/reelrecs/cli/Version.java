package io.reelrecs.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program's version, then the Java it runs on. */
final class Version implements IVersionProvider {

  /** The version of this program. */
  static String number() {
    return io.reelrecs.train.Version.current();
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "reelrecs " + number(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
