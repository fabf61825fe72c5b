package io.reelrecs.train.report;

import java.util.List;

/** A chart with its heading, and a table of all its figures to unfold below. Stateless. */
final class ChartFigure {

  private ChartFigure() {}

  /**
   * Writes it.
   *
   * @param note what to know when reading it; may be empty
   */
  static void write(Markup page, LineChart chart, String note, Table figures) {
    page.open("figure").open("figcaption").leaf("h3", chart.title());
    if (!note.isEmpty()) {
      page.leaf("p", note);
    }
    page.close();
    chart.write(page);
    unfold(page, "Figures", List.of(figures));
    page.close();
  }

  /** Tables that are shown on demand. */
  static void unfold(Markup page, String summary, List<Table> tables) {
    page.open("details").leaf("summary", summary);
    tables.forEach(table -> table.write(page));
    page.close();
  }
}
