package io.reelrecs.cli.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/** Keeps secrets from being shown. There should be none in settings; one day there is. */
final class Secrets {

  private static final String HIDDEN = "********";
  private static final Pattern NAME =
      Pattern.compile("(^|.*[-_])(password|passphrase|secret|token|credentials?|key)s?([-_].*|$)");
  private static final Pattern IN_ADDRESS = Pattern.compile("(://)[^/@\\s]+@");

  private Secrets() {}

  /**
   * The value as it may be shown: nothing of a secret itself, and an address without its password.
   * The name of a file that holds a secret is none.
   */
  static String redact(OptionSpec option, String value) {
    Class<?> type = option.typeInfo().getType();
    boolean file = Path.class.isAssignableFrom(type) || File.class.isAssignableFrom(type);
    if (!file && !value.isEmpty() && NAME.matcher(Settings.key(option)).matches()) {
      return HIDDEN;
    }
    return IN_ADDRESS.matcher(value).replaceAll("$1" + HIDDEN + "@");
  }
}
