package io.reelrecs.train.report;

import java.util.ArrayList;
import java.util.List;

/** A table of figures that scrolls in a box of its own where it is wider than the page. */
final class Table {

  private final String caption;
  private final List<String> heads;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * A cell.
   *
   * @param text what it says
   * @param aside what is said after it, smaller; may be empty
   * @param best whether it is to stand out
   */
  record Cell(String text, String aside, boolean best) {
    static Cell of(String text) {
      return new Cell(text, "", false);
    }
  }

  /**
   * A table without rows yet.
   *
   * @param heads the heads of the columns; the first is that of the rows' heads
   */
  Table(String caption, List<String> heads) {
    this.caption = caption;
    this.heads = List.copyOf(heads);
  }

  /** Adds a row; the first cell is its head. */
  void row(List<Cell> cells) {
    if (cells.size() != heads.size()) {
      throw new IllegalArgumentException(
          "cells must be " + heads.size() + ", actual: " + cells.size());
    }
    rows.add(List.copyOf(cells));
  }

  /** Adds a row of plain texts. */
  void row(String head, List<String> texts) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(head));
    texts.forEach(text -> cells.add(Cell.of(text)));
    row(cells);
  }

  void write(Markup page) {
    page.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    page.open("table").leaf("caption", caption).open("thead").open("tr");
    heads.forEach(head -> page.leaf("th", head, "scope", "col"));
    page.close().close().open("tbody");
    for (List<Cell> row : rows) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        write(page, row.get(i), i == 0);
      }
      page.close();
    }
    page.close().close().close();
  }

  private static void write(Markup page, Cell cell, boolean head) {
    if (head) {
      page.open("th", "scope", "row");
    } else {
      page.open("td");
    }
    if (cell.best()) {
      page.leaf("strong", cell.text());
    } else {
      page.text(cell.text());
    }
    if (!cell.aside().isEmpty()) {
      page.text(" ").leaf("span", cell.aside(), "class", "aside");
    }
    page.close();
  }
}
