package io.reelrecs.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads requests a second, or {@code max}, which is infinitely many. */
final class PaceConverter implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    if (text.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      return Numbers.decimal(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("must be a number or max, actual: " + text);
    }
  }
}
