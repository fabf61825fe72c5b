package io.reelrecs.cli.settings;

/**
 * The value of an option that is in effect, and who set it.
 *
 * @param name the option without the dashes in front, which is its key in a file too
 * @param value as it was written; empty where nobody set it and it has no default
 * @param source who set it
 * @param where the flag, the environment variable, or the file and line; empty for a default
 */
public record Setting(String name, String value, Source source, String where) {

  /** Who set a value; the first of these that did decides. */
  public enum Source {
    /** The command line. */
    FLAG,
    /** An environment variable. */
    ENVIRONMENT,
    /** The file of {@code --config}. */
    FILE,
    /** Nobody. */
    DEFAULT
  }
}
