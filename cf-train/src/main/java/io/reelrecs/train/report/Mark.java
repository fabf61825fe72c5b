package io.reelrecs.train.report;

/**
 * How contenders are told apart: each has a color and a shape, so that the color is not needed.
 * After seven of them both start again, with a dashed line. Stateless.
 */
final class Mark {

  /** Circle, square, triangle, diamond, triangle on its head, cross, plus; all about 7 across. */
  private static final String[] SHAPES = {
    "M-3.4 0a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0-6.8 0z",
    "M-3.1-3.1h6.2v6.2h-6.2z",
    "M0-4l4 7h-8z",
    "M0-4.4l4.4 4.4l-4.4 4.4l-4.4-4.4z",
    "M0 4l4-7h-8z",
    "M-2.7-4l2.7 2.7l2.7-2.7l1.3 1.3l-2.7 2.7l2.7 2.7l-1.3 1.3l-2.7-2.7l-2.7 2.7l-1.3-1.3l2.7-2.7"
        + "l-2.7-2.7z",
    "M-1-4h2v3h3v2h-3v3h-2v-3h-3v-2h3z"
  };

  private Mark() {}

  /** The class of a contender's color. */
  static String color(int number) {
    return "s" + number % SHAPES.length;
  }

  /** The class of a contender's line. */
  static String line(int number) {
    return number < SHAPES.length ? "line" : "line dashed";
  }

  /** Draws a contender's shape at a place. */
  static void draw(Markup page, int number, double x, double y) {
    page.empty(
        "path",
        "class",
        "mark",
        "transform",
        "translate(" + Figures.place(x) + " " + Figures.place(y) + ")",
        "d",
        SHAPES[number % SHAPES.length]);
  }
}
