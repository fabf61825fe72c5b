package io.reelrecs.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: this program's version, then the Java it runs on. */
final class Version implements IVersionProvider {

  /** The version in the jar's manifest; "development" when run from classes. */
  static String number() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {
      "reelrecs " + number(),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
