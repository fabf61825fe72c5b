package io.reelrecs.cli;

import io.reelrecs.core.matrix.MissingRating;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a rule for missing ratings: "zero" or "user-mean". */
final class MissingConverter implements ITypeConverter<MissingRating> {

  @Override
  public MissingRating convert(String text) {
    for (MissingRating rule : MissingRating.values()) {
      if (label(rule).equals(text)) {
        return rule;
      }
    }
    throw new TypeConversionException("must be zero or user-mean, actual: " + text);
  }

  private static String label(MissingRating rule) {
    return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
