package io.reelrecs.train.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTest {

  @Test
  void decode_utf8() {
    byte[] bytes = "xCaf\u00E9 \u6771\u4EACx".getBytes(UTF_8);
    assertThat(Text.decode(bytes, 1, bytes.length - 1)).isEqualTo("Caf\u00E9 \u6771\u4EAC");
  }

  @Test
  void decode_latin1() {
    byte[] bytes = "Caf\u00E9 au lait".getBytes(ISO_8859_1);
    assertThat(Text.decode(bytes, 0, bytes.length)).isEqualTo("Caf\u00E9 au lait");
  }

  @Test
  void quote_escapesWhatCannotBeSeen() {
    assertThat(Text.quote("a\tb\r\n\"c\"\\ \u0000\u001B[31m\u202E\uD800 \u00E9"))
        .isEqualTo("\"a\\tb\\r\\n\\\"c\\\"\\\\ \\u0000\\u001b[31m\\u202e\\ud800 \u00E9\"");
  }

  @Test
  void quote_shortens() {
    assertThat(Text.quote("x".repeat(40))).isEqualTo("\"" + "x".repeat(40) + "\"");
    assertThat(Text.quote("x".repeat(41)))
        .isEqualTo("\"" + "x".repeat(40) + "\"... (41 characters)");
  }

  @Test
  void refuseBinary_zeroByte() throws Exception {
    byte[] bytes = {'a', 0, 'b', 0};
    Text.refuseBinary(bytes, 1, "a file");
    assertThatThrownBy(() -> Text.refuseBinary(bytes, 4, "a file"))
        .hasMessage(
            "found what looks like a binary file (a zero byte at offset 1), "
                + "expected a file as text, plain or gzipped. Check the path.");
  }

  @Test
  void markLength_onlyAtTheBeginningAndWhole() {
    byte[] mark = "\uFEFFa".getBytes(UTF_8);
    assertThat(Text.markLength(mark, 4)).isEqualTo(3);
    assertThat(Text.markLength(mark, 2)).isZero();
    assertThat(Text.markLength("abcd".getBytes(UTF_8), 4)).isZero();
  }
}
