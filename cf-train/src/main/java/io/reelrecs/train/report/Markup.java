package io.reelrecs.train.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes markup that is well-formed whatever the texts: every text and attribute is escaped, what
 * XML cannot hold becomes U+FFFD, and every element is closed in its turn. Not thread-safe.
 */
final class Markup {

  /** Elements within a line of text, before which no line end may be put. */
  private static final Set<String> INLINE = Set.of("span", "strong", "em", "a", "title", "tspan");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** A document without an element yet. */
  Markup() {
    out.append("<!DOCTYPE html>");
  }

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Markup open(String tag, String... attributes) {
    begin(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A text. */
  Markup text(String text) {
    escape(text, false);
    return this;
  }

  /** An element with nothing but text. */
  Markup leaf(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that HTML or SVG lets be empty. */
  Markup empty(String tag, String... attributes) {
    begin(tag, attributes);
    out.append("/>");
    return this;
  }

  /** The whole text; every element must be closed. */
  String finish() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return out.append('\n').toString();
  }

  private void begin(String tag, String... attributes) {
    if (!INLINE.contains(tag)) {
      out.append('\n');
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], true);
      out.append('"');
    }
  }

  private void escape(String text, boolean quotes) {
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quotes ? "&quot;" : "\"");
                default -> out.appendCodePoint(isCharacter(c) ? c : 0xFFFD);
              }
            });
  }

  /** Whether XML 1.0 knows it and it shows: no control character, no half of a surrogate pair. */
  private static boolean isCharacter(int c) {
    return c == '\n'
        || (c >= 0x20 && c < 0x7F)
        || (c >= 0xA0 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
