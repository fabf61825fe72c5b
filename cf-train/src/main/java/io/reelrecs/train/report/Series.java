package io.reelrecs.train.report;

import java.util.List;

/**
 * One contender's points in a chart.
 *
 * @param name the contender
 * @param number its place among the contenders, which gives color and shape
 * @param points its points, by ascending x; finite
 */
record Series(String name, int number, List<Series.Point> points) {

  /**
   * A point.
   *
   * @param x value on the horizontal axis
   * @param y value on the vertical axis
   * @param title what is said when somebody points at it
   */
  record Point(double x, double y, String title) {}

  Series {
    points = List.copyOf(points);
  }
}
