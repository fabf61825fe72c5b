package io.reelrecs.train.report;

/** Draws into a page: an SVG image with a title and a description. Not thread-safe. */
final class Drawing {

  private final Markup page;

  private Drawing(Markup page) {
    this.page = page;
  }

  /**
   * Opens an image.
   *
   * @param id names it within the page
   * @param title what it shows
   * @param description the same in a sentence, for those who do not see it
   */
  static Drawing open(
      Markup page, String id, String title, String description, double width, double height) {
    page.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 " + Figures.plain(width) + " " + Figures.plain(height),
        "role",
        "img",
        "aria-labelledby",
        id + "-title " + id + "-desc");
    page.leaf("title", title, "id", id + "-title");
    page.leaf("desc", description, "id", id + "-desc");
    return new Drawing(page);
  }

  /** A straight line; {@code kind} is its class. */
  void line(String kind, double x1, double y1, double x2, double y2) {
    String path = "M" + pair(x1, y1) + "L" + pair(x2, y2);
    page.empty("path", "class", kind, "d", path);
  }

  /** A text, its {@code anchor} (start, middle or end) at a place. */
  void text(String text, double x, double y, String anchor, String kind) {
    page.leaf(
        "text",
        text,
        "class",
        kind,
        "x",
        Figures.place(x),
        "y",
        Figures.place(y),
        "text-anchor",
        anchor);
  }

  /** A disk; {@code kind} is its class. */
  void disk(String kind, double x, double y, double radius) {
    page.empty(
        "circle",
        "class",
        kind,
        "cx",
        Figures.place(x),
        "cy",
        Figures.place(y),
        "r",
        Figures.place(radius));
  }

  /** Two coordinates as paths have them. */
  static String pair(double x, double y) {
    return Figures.place(x) + " " + Figures.place(y);
  }

  void close() {
    page.close();
  }
}
