package io.reelrecs.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, or seconds. */
final class DurationConverter implements ITypeConverter<Duration> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(us|ms|s|m|h|)");

  private static final Map<String, Double> NANOS =
      Map.of("us", 1e3, "ms", 1e6, "", 1e9, "s", 1e9, "m", 60e9, "h", 3_600e9);

  @Override
  public Duration convert(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "must be a time as in 250ms, 30s, 5m or 1h, actual: " + text);
    }
    double nanos = Double.parseDouble(matcher.group(1)) * NANOS.get(matcher.group(2));
    return Duration.ofNanos(Math.round(nanos));
  }
}
