package io.reelrecs.cli;

import io.reelrecs.core.ids.IdIndex;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an id of the command line or of a list: a whole number, 0 to 4294967295. */
final class IdConverter implements ITypeConverter<Long> {

  private static final int MAX_DIGITS = 10;

  @Override
  public Long convert(String text) {
    return parse(text);
  }

  /**
   * The id that a text says.
   *
   * @throws TypeConversionException if it says none
   */
  static long parse(String text) {
    String digits = text.strip();
    if (isNumber(digits)) {
      long id = Long.parseLong(digits);
      if (id <= IdIndex.MAX_ID) {
        return id;
      }
    }
    throw new TypeConversionException(
        "\"" + digits + "\" is not an id: a whole number from 0 to " + IdIndex.MAX_ID);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= MAX_DIGITS;
  }
}
