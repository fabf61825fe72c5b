package io.reelrecs.train.report;

import java.util.List;

/**
 * A chart of one line a contender, each with its name at its end.
 *
 * @param id names the chart within the page; letters and hyphens
 * @param title what it shows
 * @param description the same in a sentence, for those who do not see it
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param series the lines; each has at least one point
 */
record LineChart(String id, String title, String description, Axis x, Axis y, List<Series> series) {

  private static final double WIDTH = 360;
  private static final double HEIGHT = 264;
  private static final double LEFT = 40;
  private static final double TOP = 26;
  private static final double BOTTOM = 48;
  private static final double LINE_HEIGHT = 12.5;

  /** About how wide a letter is. */
  private static final double LETTER = 6.1;

  /** How many letters of a name there is room for. */
  private static final int LETTERS = 13;

  /** How far right of the axis a line's mark is shown again, and how far right of that its name. */
  private static final double MARK_GAP = 16;

  private static final double NAME_GAP = 8;

  LineChart {
    series = List.copyOf(series);
  }

  /** Draws it. */
  void write(Markup page) {
    Drawing drawing = Drawing.open(page, id, title, description, WIDTH, HEIGHT);
    writeVerticalAxis(drawing);
    writeHorizontalAxis(drawing);
    for (Series one : series) {
      writeSeries(page, drawing, one);
    }
    writeNames(page, drawing);
    drawing.close();
  }

  private double right() {
    int longest = 0;
    for (Series one : series) {
      longest = Math.max(longest, shortened(one.name()).length());
    }
    return WIDTH - MARK_GAP - NAME_GAP - LETTER * longest;
  }

  private double placeX(double value) {
    return LEFT + x.place(value) * (right() - LEFT);
  }

  private double placeY(double value) {
    double bottom = HEIGHT - BOTTOM;
    return bottom - y.place(value) * (bottom - TOP);
  }

  private void writeVerticalAxis(Drawing drawing) {
    drawing.text(y.title(), 2, 11, "start", "axis");
    for (Axis.Tick tick : y.ticks()) {
      double place = placeY(tick.value());
      drawing.line("grid", LEFT, place, right(), place);
      drawing.text(tick.label(), LEFT - 6, place + 3.8, "end", "tick");
    }
  }

  private void writeHorizontalAxis(Drawing drawing) {
    double bottom = HEIGHT - BOTTOM;
    boolean sublabels = false;
    drawing.line("base", LEFT, bottom, right(), bottom);
    for (Axis.Tick tick : x.ticks()) {
      double place = placeX(tick.value());
      if (!tick.label().isEmpty()) {
        drawing.line("base", place, bottom, place, bottom + 4);
        drawing.text(tick.label(), place, bottom + 15, "middle", "tick");
      }
      if (!tick.sublabel().isEmpty()) {
        sublabels = true;
        drawing.text(tick.sublabel(), place, bottom + 27, "middle", "tick small");
      }
    }
    if (sublabels) {
      drawing.text("n", LEFT - 6, bottom + 27, "end", "tick small");
    }
    double middle = (LEFT + right()) / 2;
    drawing.text(x.title(), middle, bottom + (sublabels ? 42 : 32), "middle", "axis");
  }

  private void writeSeries(Markup page, Drawing drawing, Series one) {
    page.open("g", "class", Mark.color(one.number()));
    StringBuilder path = new StringBuilder();
    for (Series.Point point : one.points()) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(Drawing.pair(placeX(point.x()), placeY(point.y())));
    }
    page.empty("path", "class", Mark.line(one.number()), "d", path.toString());
    for (Series.Point point : one.points()) {
      double atX = placeX(point.x());
      double atY = placeY(point.y());
      page.open("g", "class", "point").leaf("title", point.title());
      drawing.disk("touch", atX, atY, 8);
      Mark.draw(page, one.number(), atX, atY);
      page.close();
    }
    page.close();
  }

  private void writeNames(Markup page, Drawing drawing) {
    double[] wanted = new double[series.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = placeY(last(series.get(i)).y());
    }
    double[] placed = LabelPlaces.apart(wanted, LINE_HEIGHT, TOP, HEIGHT - BOTTOM);
    for (int i = 0; i < placed.length; i++) {
      Series one = series.get(i);
      page.open("g", "class", Mark.color(one.number()));
      double end = placeX(last(one).x());
      drawing.line("leader", end + 5, wanted[i], right() + MARK_GAP - 4, placed[i]);
      Mark.draw(page, one.number(), right() + MARK_GAP, placed[i]);
      drawing.text(
          shortened(one.name()), right() + MARK_GAP + NAME_GAP, placed[i] + 3.8, "start", "name");
      page.close();
    }
  }

  private static Series.Point last(Series one) {
    return one.points().get(one.points().size() - 1);
  }

  /** The name, or its beginning where it is longer than there is room for. */
  private static String shortened(String name) {
    int[] letters = name.codePoints().toArray();
    return letters.length <= LETTERS ? name : new String(letters, 0, LETTERS - 1) + "…";
  }
}
