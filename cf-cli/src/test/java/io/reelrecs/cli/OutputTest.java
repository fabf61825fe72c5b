package io.reelrecs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutputTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void write_text_isOneLinePerRow() {
    try (Output output = new Output(bytes, false)) {
      output.note("heading");
      output.write(new TestRow("Amélie", 0.5));
      output.write(new TestRow("Brazil", 1));
    }

    assertThat(text()).isEqualTo("heading\nAmélie 0.5\nBrazil 1.0\n");
  }

  @Test
  void write_json_isOneObjectPerLineAndNoNotes() {
    try (Output output = new Output(bytes, true)) {
      output.note("heading");
      output.write(new TestRow("a", 0.5));
      output.write(new TestRow("b", 1));
    }

    assertThat(text())
        .isEqualTo("{\"title\":\"a\",\"score\":0.5}\n{\"title\":\"b\",\"score\":1.0}\n");
  }

  @Test
  void write_json_escapesWhatWouldBreakALineOrAString() {
    String title = "\"quoted\" \\ back\nnew\r\ttab \u0000 \u001f \u2028 é 映画 \uD83C\uDFAC";
    try (Output output = new Output(bytes, true)) {
      output.write(new TestRow(title, 0));
    }

    assertThat(text().chars().filter(c -> c == '\n')).hasSize(1);
    assertThat(text())
        .contains("\\\"quoted\\\" \\\\ back\\nnew\\r\\ttab \\u0000", "é 映画 \uD83C\uDFAC");
    JsonObject parsed = JsonParser.parseString(text()).getAsJsonObject();
    assertThat(parsed.get("title").getAsString()).isEqualTo(title);
  }

  @Test
  void write_json_keepsEveryBitOfADouble() {
    Random random = new Random(20261124);
    double[] values = random.doubles(1000).toArray();
    values[0] = Double.MIN_VALUE;
    values[1] = 1.0 / 3;
    values[2] = 2e-3;
    try (Output output = new Output(bytes, true)) {
      for (double value : values) {
        output.write(new TestRow("x", value));
      }
    }

    List<String> lines = text().lines().toList();
    assertThat(lines).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      JsonObject parsed = JsonParser.parseString(lines.get(i)).getAsJsonObject();
      assertThat(parsed.get("score").getAsDouble()).isEqualTo(values[i]);
    }
  }

  @Test
  void write_json_refusesNaN() {
    Output output = new Output(bytes, true);

    assertThatThrownBy(() -> output.write(new TestRow("x", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void write_isBufferedUntilFlush() {
    Output output = new Output(bytes, false);

    output.write(new TestRow("x", 1));
    assertThat(bytes.size()).isZero();
    output.flush();
    assertThat(text()).isEqualTo("x 1.0\n");
  }

  @Test
  void write_anyText_isTheUtf8OfTheJdk() throws IOException {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder("\uD83C\uDFAC");
    for (int i = 0; i < 100_000; i++) {
      // One, two, three and four bytes, and halves of surrogate pairs on their own.
      int bound = new int[] {0x80, 0x800, 0x10000, 0x110000}[random.nextInt(4)];
      text.appendCodePoint(random.nextInt(bound));
    }

    try (Output output = new Output(bytes, false)) {
      output.note(text.toString());
    }
    assertThat(bytes.toByteArray()).isEqualTo((text + "\n").getBytes(StandardCharsets.UTF_8));

    bytes.reset();
    Utf8Writer writer = new Utf8Writer(bytes);
    for (int i = 0; i < text.length(); i++) {
      writer.write(text.charAt(i));
    }
    writer.write("\uD83C");
    writer.close();
    assertThat(bytes.toByteArray()).isEqualTo((text + "?").getBytes(StandardCharsets.UTF_8));
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private record TestRow(String title, double score) implements Row {
    @Override
    public void writeText(Appendable text) throws IOException {
      text.append(title).append(' ').append(Double.toString(score));
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
      json.name("title").value(title);
      json.name("score").value(score);
    }
  }
}
