package io.reelrecs.train.report;

import io.reelrecs.train.evaluate.Band;
import io.reelrecs.train.evaluate.ContenderResult;
import io.reelrecs.train.evaluate.EvaluationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A figure of every contender by how many training ratings a user or a movie has.
 *
 * @param id names the chart within the page
 * @param title what it shows
 * @param value name of the figure, with its unit
 * @param bandsOf what the bands are of: "ratings of the movie"
 * @param counted what the number below a band counts: "test ratings"
 * @param fromZero whether the figure's axis begins at 0
 */
record BandChart(
    String id, String title, String value, String bandsOf, String counted, boolean fromZero) {

  /**
   * A contender's figure in one band.
   *
   * @param count how many it is taken from; a band of none has no point
   */
  record BandValue(Band band, long count, double value) {}

  /** Draws it, if any band has anything in it. */
  void write(
      Markup page,
      EvaluationResult result,
      String note,
      Function<ContenderResult, List<BandValue>> values) {
    List<BandValue> bands = used(values.apply(result.contenders().get(0)));
    if (bands.isEmpty()) {
      return;
    }
    List<String> heads = new ArrayList<>(List.of(bandsOf, counted));
    List<Double> all = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    List<List<BandValue>> columns = new ArrayList<>();
    for (ContenderResult contender : result.contenders()) {
      List<BandValue> own = used(values.apply(contender));
      List<Series.Point> points = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        if (own.get(i).count() == 0) {
          continue;
        }
        points.add(new Series.Point(i, own.get(i).value(), title(contender, own.get(i))));
        all.add(own.get(i).value());
      }
      heads.add(contender.name());
      columns.add(own);
      series.add(new Series(contender.name(), series.size(), points));
    }
    Axis x =
        Axis.ofBands(
            bandsOf + " (n: " + counted + ")",
            bands.stream().map(BandValue::band).toList(),
            bands.stream().map(BandValue::count).toList());
    Axis y = Axis.spanning(value, all, fromZero);
    String description =
        value + " of " + series.size() + " algorithms in " + bands.size() + " bands of " + bandsOf;
    Table table = new Table(title, heads);
    for (int i = 0; i < bands.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(Figures.count(bands.get(i).count())));
      for (List<BandValue> column : columns) {
        BandValue cell = column.get(i);
        cells.add(cell.count() > 0 ? Figures.decimals(cell.value(), 4) : Figures.NONE);
      }
      table.row(bands.get(i).band().label(), cells);
    }
    ChartFigure.write(page, new LineChart(id, title, description, x, y, series), note, table);
  }

  /** The bands from the first to the last that has anything in it. */
  private static List<BandValue> used(List<BandValue> bands) {
    int from = 0;
    int to = bands.size();
    while (from < to && bands.get(from).count() == 0) {
      from++;
    }
    while (from < to && bands.get(to - 1).count() == 0) {
      to--;
    }
    return bands.subList(from, to);
  }

  private String title(ContenderResult contender, BandValue band) {
    return "%s, %s %s: %s %s (%s %s)"
        .formatted(
            contender.name(),
            band.band().label(),
            bandsOf,
            value,
            Figures.decimals(band.value(), 4),
            Figures.count(band.count()),
            counted);
  }
}
