package io.reelrecs.grpc.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a scrape, read strictly.
 *
 * @param samples by series, as in {@code name{label="value",...}}
 */
public record Exposition(Map<String, Double> samples) {

  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{" + LABEL + "(?:," + LABEL + ")*,?\\})?) (\\S+)");
  private static final Pattern COMMENT =
      Pattern.compile("# (?:HELP|TYPE|UNIT) [a-zA-Z_:][a-zA-Z0-9_:]*(?: .*)?|# EOF");

  /** Reads Prometheus text or OpenMetrics. */
  public static Exposition parse(String text) {
    Map<String, Double> samples = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              if (line.startsWith("#")) {
                assertThat(line).matches(COMMENT);
                return;
              }
              Matcher sample = SAMPLE.matcher(line);
              assertThat(sample.matches()).as(line).isTrue();
              String value = sample.group(2).replace("+Inf", "Infinity");
              assertThat(samples.put(sample.group(1), Double.valueOf(value))).as(line).isNull();
            });
    return new Exposition(samples);
  }

  /** The value of a series. */
  public double value(String series) {
    assertThat(samples).containsKey(series);
    return samples.get(series);
  }

  /** The names of all series, without labels, and of all histograms. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String series : samples.keySet()) {
      String name = series.replaceFirst("\\{.*", "");
      names.add(name);
      names.add(name.replaceFirst("_bucket$", ""));
    }
    return names;
  }
}
