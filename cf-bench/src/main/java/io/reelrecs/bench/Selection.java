package io.reelrecs.bench;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which benchmarks to run: those of one package whose name, as in {@code ScoreBenchmark.oneMovie},
 * contains a match of one of the filter's regular expressions.
 */
final class Selection {

  private static final String CASES = "io.reelrecs.bench.cases";

  private final String packageName;
  private final List<Pattern> patterns;

  Selection(String packageName, List<String> filters) {
    this.packageName = packageName;
    List<String> parts = filters.isEmpty() ? List.of("") : filters;
    patterns = parts.stream().map(filter -> compile(packageName, filter)).toList();
  }

  /** The project's benchmarks, all of them if there is no filter. */
  static Selection of(List<String> filters) {
    return new Selection(CASES, filters);
  }

  private static Pattern compile(String packageName, String filter) {
    try {
      return Pattern.compile("^" + Pattern.quote(packageName + ".") + ".*(?:" + filter + ")");
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "filter must be regular expressions, comma-separated, actual: " + filter, e);
    }
  }

  /** For JMH, which searches full names. */
  List<String> includes() {
    return patterns.stream().map(Pattern::pattern).toList();
  }

  /** Whether a benchmark of this short name is among them, should there be one. */
  boolean covers(String benchmark) {
    String name = packageName + "." + benchmark;
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).find());
  }
}
