package io.reelrecs.cli.settings;

/** A file of settings that cannot be used; the message says where, why and what to do next. */
final class ConfigException extends Exception {

  private static final long serialVersionUID = 1L;

  ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
