package io.reelrecs.grpc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the files of {@code docs} say of metrics. */
final class OperationsFiles {

  private static final Path DOCS = Path.of("..", "docs");

  /** Names that begin like metrics and are labels. */
  private static final Set<String> LABELS = Set.of("grpc_method", "grpc_status");

  private static final Pattern METRIC =
      Pattern.compile("\\b(?:reelrecs|grpc|jvm|process)_[a-z0-9_]+\\b");

  /** A label and the one value that it must have; templates and the labels of targets are none. */
  private static final Pattern PAIR = Pattern.compile("\\b(?!job=|instance=)[a-z_]+=\"[^\"$]+\"");

  private static final Pattern METHODS = Pattern.compile("\\bgrpc_method=~\"([^\"$]+)\"");

  private OperationsFiles() {}

  /** A file; of {@code operations.md} the section on observability. */
  static String read(String file) throws IOException {
    String text = Files.readString(DOCS.resolve(file)).replace("\\\"", "\"");
    return text.replaceFirst("(?s)^.*\n(## Observability\n.*?)(\n## .*|$)$", "$1");
  }

  static Set<String> metrics(String text) {
    Set<String> names = find(METRIC, text);
    names.removeAll(LABELS);
    return names;
  }

  static Set<String> labels(String text) {
    Set<String> labels = find(PAIR, text);
    METHODS
        .matcher(text)
        .results()
        .flatMap(match -> Stream.of(match.group(1).split("\\|")))
        .forEach(method -> labels.add("grpc_method=\"" + method + "\""));
    return labels;
  }

  private static Set<String> find(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
