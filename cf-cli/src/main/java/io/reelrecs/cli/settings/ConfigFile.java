package io.reelrecs.cli.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A file of settings in the format of {@link Properties}, in UTF-8: {@code key = value}, {@code #}
 * in front of a comment. The JDK reads each setting; what this adds is on which line it stands, and
 * that no key may stand there twice.
 *
 * @param path the file
 * @param entries its settings by key, in the order of the file
 */
record ConfigFile(Path path, Map<String, Entry> entries) {

  /**
   * A value and where it stands.
   *
   * @param line the number of its first line, from 1
   */
  record Entry(String value, int line) {}

  /**
   * Reads a file.
   *
   * @throws ConfigException if it cannot be read, or is none; the message says where and why
   */
  static ConfigFile read(Path path) throws ConfigException {
    Map<String, Entry> entries = new LinkedHashMap<>();
    List<String> lines = lines(path);
    int line = 0;
    while (line < lines.size()) {
      int first = line + 1;
      StringBuilder whole = new StringBuilder(lines.get(line++));
      boolean comment = whole.toString().strip().matches("(?s)[#!].*");
      while (!comment && isContinued(whole) && line < lines.size()) {
        whole.append('\n').append(lines.get(line++));
      }
      add(path, first, whole.toString(), entries);
    }
    return new ConfigFile(path, entries);
  }

  private static List<String> lines(Path path) throws ConfigException {
    try {
      String text = Files.readString(path);
      return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    } catch (NoSuchFileException e) {
      throw new ConfigException(path + ": no such file (--config)", e);
    } catch (CharacterCodingException e) {
      throw new ConfigException(path + ": the file is not in UTF-8 (--config)", e);
    } catch (IOException e) {
      throw new ConfigException(path + ": cannot be read (--config): " + e, e);
    }
  }

  /** Whether an odd number of backslashes stands at the end. */
  private static boolean isContinued(CharSequence text) {
    int slashes = 0;
    while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') {
      slashes++;
    }
    return slashes % 2 == 1;
  }

  private static void add(Path path, int line, String text, Map<String, Entry> entries)
      throws ConfigException {
    Properties one = new Properties();
    try {
      one.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(path + ":" + line + ": " + e.getMessage(), e);
    }
    for (String key : one.stringPropertyNames()) {
      Entry before = entries.put(key, new Entry(one.getProperty(key).strip(), line));
      if (before != null) {
        throw new ConfigException(
            path + ":" + line + ": " + key + " stands on line " + before.line() + " already", null);
      }
    }
  }
}
