package io.reelrecs.train.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/** Bytes as text: decoding, and quoting for messages. Stateless. */
public final class Text {

  private static final int QUOTED = 40;

  private Text() {}

  /** The text of these bytes: UTF-8 where they are that throughout, else Latin-1, which any are. */
  public static String decode(byte[] bytes, int from, int to) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, ISO_8859_1);
    }
  }

  /** The length of the UTF-8 byte order mark that these bytes begin with: 3 or 0. */
  public static int markLength(byte[] bytes, int length) {
    boolean mark =
        length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /**
   * Refuses bytes that are no text because a NUL is among them.
   *
   * @param expected what the file should be, for the message
   */
  public static void refuseBinary(byte[] bytes, int length, String expected)
      throws SourceException {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        throw new SourceException(
            "what looks like a binary file (a zero byte at offset " + i + ")",
            expected + " as text, plain or gzipped",
            "Check the path.",
            null);
      }
    }
  }

  /** The text in double quotes for a message: shortened, on one line, nothing invisible in it. */
  public static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int shown = 0;
    for (int i = 0; i < text.length(); ) {
      if (shown++ == QUOTED) {
        return quoted.append("\"... (").append(text.length()).append(" characters)").toString();
      }
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      append(quoted, c);
    }
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '\t' -> quoted.append("\\t");
      case '\r' -> quoted.append("\\r");
      case '\n' -> quoted.append("\\n");
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      default -> {
        if (isPlain(c)) {
          quoted.appendCodePoint(c);
        } else {
          quoted.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        }
      }
    }
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
