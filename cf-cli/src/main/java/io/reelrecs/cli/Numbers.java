package io.reelrecs.cli;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of the command line, and says in plain words what is none. */
final class Numbers {

  private static final ITypeConverter<Integer> INT =
      text -> read(text, "a whole number up to " + Integer.MAX_VALUE, Integer::valueOf);
  private static final ITypeConverter<Long> LONG =
      text -> read(text, "a whole number up to " + Long.MAX_VALUE, Long::valueOf);
  private static final ITypeConverter<Double> DOUBLE =
      text -> read(text, "a number, as in 0.5", Numbers::decimal);

  private Numbers() {}

  /** Makes a command and its subcommands read numbers this way. */
  static void register(CommandLine command) {
    command
        .registerConverter(int.class, INT)
        .registerConverter(Integer.class, INT)
        .registerConverter(long.class, LONG)
        .registerConverter(double.class, DOUBLE);
  }

  /**
   * The number that a text says: digits with a decimal point, an exponent too.
   *
   * @throws NumberFormatException if it says none
   */
  static double decimal(String text) {
    double value = Double.parseDouble(text);
    // Java also takes "NaN", "1f" and hexadecimal digits, which nobody means.
    if (!Double.isFinite(value) || !text.strip().matches("[-+0-9.eE]+")) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static <T> T read(String text, String expected, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be " + expected + ", actual: " + text);
    }
  }
}
