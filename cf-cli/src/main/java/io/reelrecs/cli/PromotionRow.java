package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Optional;

/**
 * What a change of the current version came to.
 *
 * @param current the version that counts now
 * @param before the one that did; empty if this is the first
 */
record PromotionRow(String current, Optional<String> before) implements Row {

  @Override
  public void writeText(Appendable text) throws IOException {
    text.append("current version: ").append(current);
    if (before.equals(Optional.of(current))) {
      text.append(", as before");
    } else if (before.isPresent()) {
      text.append(", before: ").append(before.get());
    }
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    json.name("current").value(current);
    json.name("before").value(before.orElse(null));
  }
}
