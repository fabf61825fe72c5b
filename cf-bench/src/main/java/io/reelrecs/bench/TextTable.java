package io.reelrecs.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people: the first column to the left, the others to the right, a line below the head.
 */
final class TextTable {

  private final List<String[]> rows = new ArrayList<>();

  /** Adds a row, the first being the head; all have as many cells. */
  void add(List<String> row) {
    rows.add(row.toArray(new String[0]));
  }

  void print(PrintStream out) {
    int columns = rows.get(0).length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    for (String[] row : rows) {
      StringBuilder line = new StringBuilder(row[0]);
      line.append(" ".repeat(widths[0] - row[0].length()));
      for (int i = 1; i < columns; i++) {
        line.append(" ".repeat(2 + widths[i] - row[i].length())).append(row[i]);
      }
      out.println(line);
      if (row == rows.get(0)) {
        out.println("-".repeat(Arrays.stream(widths).sum() + 2 * (columns - 1)));
      }
    }
  }
}
