package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;

/** One answer of a command, which knows how it looks as a line of text and as a JSON object. */
interface Row {

  /**
   * Appends the row as text, without the line end. A row of several lines ends each but the last.
   */
  void writeText(Appendable text) throws IOException;

  /**
   * Writes the row's fields: {@code json.name("user").value(1)}. The braces around them are written
   * by the caller. Numbers in full precision; NaN and infinities are refused by the writer.
   */
  void writeJson(JsonWriter json) throws IOException;
}
