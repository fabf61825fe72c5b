package io.reelrecs.peers;

import java.util.List;
import java.util.Locale;

/**
 * Seconds that repeated work took.
 *
 * @param first the first time, cold
 * @param taken all others, or the first again where there are none; not empty
 * @param tail whether the slowest are of interest
 */
record Times(double first, List<Double> taken, boolean tail) {

  Times {
    taken = taken.stream().sorted().toList();
  }

  /** The time that this part of all does not exceed. */
  private double quantile(double part) {
    return taken.get(Math.max(0, (int) Math.ceil(part * taken.size()) - 1));
  }

  /** The fields of a JSON object, without braces. */
  String json() {
    String fields =
        String.format(
            Locale.ROOT,
            "\"first_s\":%.9f,\"median_s\":%.9f,\"min_s\":%.9f,\"runs\":%d",
            first,
            quantile(0.5),
            taken.get(0),
            taken.size());
    return tail
        ? fields + String.format(Locale.ROOT, ",\"p99_s\":%.9f", quantile(0.99))
        : fields;
  }
}
