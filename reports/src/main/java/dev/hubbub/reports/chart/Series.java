package dev.hubbub.reports.chart;

import java.util.List;

/**
 * What belongs together in a chart: a line, marks, or both.
 *
 * @param name written at the line's end
 * @param style the class that the style sheet colours
 * @param line the line's corners from left to right; fewer than two draw none
 * @param points the marks
 */
record Series(String name, String style, List<Corner> line, List<Point> points) {
  /** A corner of a line, in the axes' values. */
  record Corner(double x, double y) {}

  /** A mark, in the axes' values, and what it says when pointed at. */
  record Point(double x, double y, Mark mark, String words) {}
}
