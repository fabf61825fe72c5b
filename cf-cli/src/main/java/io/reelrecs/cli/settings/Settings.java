package io.reelrecs.cli.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Gives the options of a command that are not on the command line their values: from the
 * environment variable {@code REELRECS_MAX_CANDIDATES} for {@code --max-candidates}, else from the
 * key {@code max-candidates} of the file that {@code --config} or {@code REELRECS_CONFIG} names,
 * else the default. A variable that is empty counts as not set.
 *
 * <p>For one run of one command; not thread-safe.
 */
public final class Settings implements IDefaultValueProvider {

  private static final String PREFIX = "REELRECS_";
  private static final String CONFIG = "--config";

  /** Those that say what to do, not how. */
  private static final Set<String> NOT_SETTINGS = Set.of(CONFIG, "--print-config");

  private final CommandLine command;
  private final Map<String, String> environment;
  private final Map<String, Setting> supplied = new TreeMap<>();
  private ConfigFile file;

  private Settings(CommandLine command, Map<String, String> environment) {
    this.command = command;
    this.environment = environment;
  }

  /** Makes {@code command} take its values from {@code environment} and a file as well. */
  public static void install(CommandLine command, Map<String, String> environment) {
    // Otherwise a flag would mean the opposite of the value that it has without the flag.
    command.setToggleBooleanFlags(true);
    command.setDefaultValueProvider(new Settings(command, environment));
  }

  @Override
  public String defaultValue(ArgSpec arg) throws ParameterException {
    if (!(arg instanceof OptionSpec option) || isHelpAsked()) {
      return null;
    }
    if (option.longestName().equals(CONFIG)) {
      return configPath();
    }
    if (!isSetting(option)) {
      return null;
    }
    Setting found = find(option);
    if (found == null) {
      return null;
    }
    supplied.put(found.name(), found);
    return found.value();
  }

  private Setting find(OptionSpec option) {
    String key = key(option);
    String variable = variable(key);
    String value = environment.getOrDefault(variable, "");
    if (!value.isEmpty() && !isServiceLink(value)) {
      return new Setting(key, value, Setting.Source.ENVIRONMENT, variable);
    }
    ConfigFile.Entry entry = file().entries().get(key);
    if (entry == null) {
      return null;
    }
    String where = file.path() + ":" + entry.line();
    return new Setting(key, entry.value(), Setting.Source.FILE, where);
  }

  /**
   * Every setting of the command, each as it is in effect, in the order of the help. Secrets are
   * not in there.
   */
  public List<Setting> effective() {
    Set<OptionSpec> flags = new HashSet<>(command.getParseResult().matchedOptions());
    List<Setting> all = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (isSetting(option)) {
        Setting setting = flags.contains(option) ? flag(option) : notFlag(option);
        all.add(
            new Setting(
                setting.name(),
                Secrets.redact(option, setting.value()),
                setting.source(),
                setting.where()));
      }
    }
    return all;
  }

  private static Setting flag(OptionSpec option) {
    String value = String.join(",", option.stringValues());
    return new Setting(key(option), value, Setting.Source.FLAG, option.longestName());
  }

  private Setting notFlag(OptionSpec option) {
    String key = key(option);
    Object value = option.defaultValue() == null ? option.getValue() : option.defaultValue();
    return supplied.getOrDefault(
        key, new Setting(key, value == null ? "" : value.toString(), Setting.Source.DEFAULT, ""));
  }

  /**
   * A message about a value, with where the value comes from if that is not the command line.
   *
   * @param name the option that the message is about, with or without the dashes in front
   */
  public String locate(String name, String message) {
    Setting setting = supplied.get(name.replaceFirst("^--", ""));
    return setting == null ? message : message + " (from " + setting.where() + ")";
  }

  /** What is strange about the environment, a line each, for people. */
  public List<String> warnings() {
    Map<String, String> variables = new LinkedHashMap<>();
    Set<String> keys = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (isSetting(option)) {
        variables.put(variable(key(option)), option.longestName());
        keys.add(variable(key(option)).substring(PREFIX.length()));
      }
    }
    List<String> warnings = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (variables.containsKey(name) && isServiceLink(environment.get(name))) {
        warnings.add(
            name
                + " is Kubernetes's link to a service, and not taken for "
                + variables.get(name)
                + "; enableServiceLinks: false in the pod keeps it out");
      } else if (name.startsWith(PREFIX) && !variables.containsKey(name)) {
        Spelling.closest(name.substring(PREFIX.length()), keys)
            .ifPresent(
                k -> warnings.add(name + " is no setting; did you mean " + PREFIX + k + "?"));
      }
    }
    return warnings;
  }

  /** For a service called "reelrecs" Kubernetes sets REELRECS_PORT to such an address. */
  private static boolean isServiceLink(String value) {
    return value.matches("(tcp|udp|sctp)://.*");
  }

  private boolean isHelpAsked() {
    return command.getCommandSpec().options().stream()
        .anyMatch(option -> option.usageHelp() && Boolean.TRUE.equals(option.getValue()));
  }

  private static boolean isSetting(OptionSpec option) {
    return !option.usageHelp()
        && !option.versionHelp()
        && !option.inherited()
        && !NOT_SETTINGS.contains(option.longestName());
  }

  static String key(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  private static String variable(String key) {
    return PREFIX + key.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The file that is asked for; null for none. */
  private String configPath() {
    Object flag = command.getCommandSpec().findOption(CONFIG).getValue();
    String path = flag == null ? environment.getOrDefault(variable("config"), "") : flag.toString();
    return path.isEmpty() ? null : path;
  }

  private ConfigFile file() {
    String name = configPath();
    Path path = Path.of(name == null ? "" : name);
    // picocli asks for a flag's default before it has read all flags, --config among them.
    if (file == null || !file.path().equals(path)) {
      try {
        file = name == null ? new ConfigFile(path, Map.of()) : ConfigFile.read(path);
        checkKeys();
      } catch (ConfigException e) {
        throw new ParameterException(command, e.getMessage(), e);
      }
    }
    return file;
  }

  private void checkKeys() throws ConfigException {
    Set<String> keys = new TreeSet<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (isSetting(option)) {
        keys.add(key(option));
      }
    }
    for (Map.Entry<String, ConfigFile.Entry> entry : file.entries().entrySet()) {
      String key = entry.getKey();
      if (!keys.contains(key)) {
        String guess =
            Spelling.closest(key, keys)
                .map(k -> "did you mean " + k + "?")
                .orElse("--print-config lists the keys there are");
        throw new ConfigException(
            file.path() + ":" + entry.getValue().line() + ": unknown key " + key + "; " + guess,
            null);
      }
      if (entry.getValue().value().isEmpty()) {
        throw new ConfigException(
            file.path() + ":" + entry.getValue().line() + ": " + key + " has no value", null);
      }
    }
  }
}
