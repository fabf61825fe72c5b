package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.cli.settings.Setting;
import io.reelrecs.cli.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Settings from a file and from the environment, and how to see which of them count. */
final class ConfigFlags {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A file of settings: max-candidates = 500 (also REELRECS_CONFIG).")
  @SuppressWarnings("UnusedVariable") // Settings reads it
  private Path file;

  @Option(
      names = "--print-config",
      description = "Print each setting in effect and where it comes from, and end.")
  private boolean print;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** Whether to print the settings and do nothing else. */
  boolean isPrint() {
    return print;
  }

  /** Prints each setting in effect. */
  void print(Output out) {
    settings().effective().forEach(setting -> out.write(new SettingRow(setting)));
  }

  /** What is strange about the environment, on standard error. */
  void warn(CliContext context) {
    settings().warnings().forEach(context.err()::println);
  }

  /**
   * Builds a value out of the settings, as {@link CommandException#fromOptions} does; a mistake is
   * said with where it stands.
   */
  <T> T build(Supplier<T> constructor) {
    try {
      return CommandException.fromOptions(constructor);
    } catch (CommandException e) {
      String name = e.getMessage().split(" ", 2)[0];
      throw new CommandException(e.exitCode(), settings().locate(name, e.getMessage()), e);
    }
  }

  private Settings settings() {
    return (Settings) command.defaultValueProvider();
  }

  private record SettingRow(Setting setting) implements Row {

    private String source() {
      return setting.source().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void writeText(Appendable text) throws IOException {
      String where = setting.where().isEmpty() ? source() : setting.where();
      text.append(Text.format("%-26s %-28s %s", setting.name(), setting.value(), where));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("name").value(setting.name());
      json.name("value").value(setting.value());
      json.name("source").value(source());
      json.name("where").value(setting.where());
    }
  }
}
