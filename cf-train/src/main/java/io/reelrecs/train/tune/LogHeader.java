package io.reelrecs.train.tune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first line of a log: all that decides the result of a search, as fields {@code name=value}
 * with tabs between them.
 *
 * @param fields the values by name, in the order of the line
 */
record LogHeader(Map<String, String> fields) {

  /** What each log begins with. */
  static final String MAGIC = "#reelrecs-tune 1";

  static LogHeader of(TuningPlan plan, Tunable tunable, List<Halving.Rung> rungs) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("what", tunable.name());
    fields.put("space", tunable.space().describe());
    fields.put("objective", plan.objective().describe());
    fields.put("ratings", plan.ratings().size() + " " + DataDigest.of(plan.ratings()));
    fields.put("hold-out", Double.toString(plan.holdOut()));
    fields.put("candidates", Integer.toString(plan.candidates()));
    fields.put(
        "rungs",
        rungs.stream()
            .map(rung -> rung.candidates() + " on " + rung.share())
            .collect(Collectors.joining(", ")));
    fields.put("seed", Long.toString(plan.seed()));
    return new LogHeader(fields);
  }

  /** The header of a line that begins with {@link #MAGIC}. */
  static LogHeader parse(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : line.substring(MAGIC.length()).split("\t", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), LogText.unescape(field.substring(equals + 1)));
      }
    }
    return new LogHeader(fields);
  }

  String line() {
    StringBuilder line = new StringBuilder(MAGIC);
    fields.forEach(
        (name, value) -> line.append('\t').append(name).append('=').append(LogText.escape(value)));
    return line.toString();
  }

  /** The names of the fields in which another header differs, in the order of this. */
  List<String> differences(LogHeader other) {
    List<String> names = new ArrayList<>();
    for (String name : fields.keySet()) {
      if (!fields.get(name).equals(other.fields.get(name))) {
        names.add(name);
      }
    }
    return names;
  }

  /** These fields in words: {@code seed 1, hold-out 0.15}. */
  String words(List<String> names) {
    return names.stream()
        .map(name -> name + " " + fields.getOrDefault(name, "not given"))
        .collect(Collectors.joining(", "));
  }
}
