package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import io.reelrecs.core.store.ModelVersion;
import java.io.IOException;
import java.time.temporal.ChronoUnit;

/**
 * A version in a folder of them.
 *
 * @param current whether it is the one that counts
 * @param back how many rollbacks lead to it; 0 where none does, and of the current one
 */
record VersionRow(ModelVersion version, boolean current, int back) implements Row {

  private static final String FORMAT = "%-24s %10s  %-20s %s";

  static String heading() {
    return Text.format(FORMAT, "version", "size", "written", "state");
  }

  private String state() {
    if (current) {
      return "current";
    }
    return back == 0 ? "" : Text.plural(back, "rollback") + " away";
  }

  @Override
  public void writeText(Appendable text) throws IOException {
    text.append(
        Text.format(
                FORMAT,
                version.name(),
                Text.bytes(version.bytes()),
                version.written().truncatedTo(ChronoUnit.SECONDS),
                state())
            .stripTrailing());
  }

  @Override
  public void writeJson(JsonWriter json) throws IOException {
    json.name("version").value(version.name());
    json.name("file").value(version.file().toString());
    json.name("bytes").value(version.bytes());
    json.name("written").value(version.written().toString());
    json.name("current").value(current);
    if (back > 0) {
      json.name("rollbacks").value(back);
    }
  }
}
