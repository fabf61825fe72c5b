package io.reelrecs.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/**
 * Where a command's data goes: standard output, one row after another, as text or as one JSON
 * object a line, in UTF-8.
 *
 * <p>Buffered, so that a million rows cost little more than their bytes; {@link #flush} before
 * waiting for input or writing to standard error, and close at the end, also when the command
 * fails: rows already written are answers. Every method throws {@link OutputException} when nobody
 * can receive the data anymore. Not thread-safe.
 */
final class Output implements AutoCloseable {

  private final Writer writer;
  private final boolean json;

  Output(OutputStream out, boolean json) {
    this.writer = new Utf8Writer(out);
    this.json = json;
  }

  /** Whether rows are written as JSON. */
  boolean isJson() {
    return json;
  }

  /** Writes one row and a line end. */
  void write(Row row) {
    try {
      if (json) {
        // One per line, since a writer takes one value; it costs three small objects.
        JsonWriter object = new JsonWriter(writer);
        object.beginObject();
        row.writeJson(object);
        object.endObject();
      } else {
        row.writeText(writer);
      }
      writer.write('\n');
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Writes a line that is no row, such as a heading: in text only, nothing as JSON. */
  void note(String line) {
    if (json) {
      return;
    }
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Hands everything written so far to the operating system. */
  void flush() {
    try {
      writer.flush();
    } catch (IOException e) {
      throw new OutputException(e);
    }
  }

  /** Flushes. Standard output itself stays open, since it is not ours. */
  @Override
  public void close() {
    flush();
  }
}
