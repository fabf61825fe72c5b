package io.reelrecs.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.LongStream;
import picocli.CommandLine.TypeConversionException;

/**
 * Lists of ids in files and on standard input: one a line, blank lines and lines that start with
 * {@code #} left out.
 */
final class IdList {

  /** What stands for standard input where a file is asked for. */
  static final String STANDARD_INPUT = "-";

  private IdList() {}

  /** The ids of a file, or of standard input if its name is "-". */
  static long[] read(String file, CliContext context) throws IOException {
    LongStream.Builder ids = LongStream.builder();
    readLines(file, context, (line, number) -> ids.add(id(line, file, number)));
    return ids.build().toArray();
  }

  /** The pairs of a file of lines {@code user,movie}: user, movie, user, movie and so on. */
  static long[] readPairs(String file, CliContext context) throws IOException {
    LongStream.Builder ids = LongStream.builder();
    readLines(
        file,
        context,
        (line, number) -> {
          int comma = line.indexOf(',');
          if (comma < 0 || line.indexOf(',', comma + 1) >= 0) {
            throw bad(file, number, "expected \"user,movie\", found \"" + line + "\"");
          }
          ids.add(id(line.substring(0, comma), file, number));
          ids.add(id(line.substring(comma + 1), file, number));
        });
    return ids.build().toArray();
  }

  /** The ids of a list on the command line, {@code 1,2,3}, or of standard input if it is "-". */
  static long[] parse(String list, CliContext context) throws IOException {
    if (list.equals(STANDARD_INPUT)) {
      return read(list, context);
    }
    try {
      return Arrays.stream(list.split(",", -1)).mapToLong(IdConverter::parse).toArray();
    } catch (TypeConversionException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage(), e);
    }
  }

  private interface LineConsumer {
    void accept(String line, long number);
  }

  private static void readLines(String file, CliContext context, LineConsumer consumer)
      throws IOException {
    if (!file.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(file))) {
      throw new CommandException(ExitCode.BAD_DATA, file + " is a directory, not a list of ids");
    }
    try (BufferedReader reader = open(file, context)) {
      long number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (number == 1 && line.startsWith("\uFEFF")) {
          line = line.substring(1); // the byte order mark that some editors write
        }
        if (!line.isBlank() && !line.startsWith("#")) {
          consumer.accept(line.strip(), number);
        }
      }
    }
  }

  private static BufferedReader open(String file, CliContext context) throws IOException {
    InputStream in =
        file.equals(STANDARD_INPUT) ? context.in() : Files.newInputStream(Path.of(file));
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private static long id(String text, String file, long line) {
    try {
      return IdConverter.parse(text);
    } catch (TypeConversionException e) {
      throw bad(file, line, e.getMessage());
    }
  }

  private static CommandException bad(String file, long line, String problem) {
    String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
    return new CommandException(ExitCode.BAD_DATA, name + ", line " + line + ": " + problem);
  }
}
