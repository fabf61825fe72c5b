package io.reelrecs.cli;

import io.reelrecs.core.score.BlendWeights;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the five weights of the blend: {@code 0.40,0.25,0.20,0.10,0.05}. */
final class WeightsConverter implements ITypeConverter<BlendWeights> {

  private static final int WEIGHTS = 5;

  @Override
  public BlendWeights convert(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != WEIGHTS) {
      throw wrong("must be " + WEIGHTS + " numbers, actual: " + text);
    }
    double[] w = new double[WEIGHTS];
    for (int i = 0; i < WEIGHTS; i++) {
      try {
        w[i] = Numbers.decimal(parts[i]);
      } catch (NumberFormatException e) {
        throw wrong("must be numbers, actual: \"" + parts[i] + "\" in " + text);
      }
    }
    try {
      return new BlendWeights(w[0], w[1], w[2], w[3], w[4]);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  private static TypeConversionException wrong(String message) {
    return new TypeConversionException(message);
  }
}
