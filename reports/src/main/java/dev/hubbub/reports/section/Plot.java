package dev.hubbub.reports.section;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data of a time series to zoom into.
 *
 * @param id of the chart that it stands for
 * @param group plots of one group show the same moment
 * @param unit of the values: {@code ms} or {@code %}
 * @param seconds of the samples, ascending
 */
public record Plot(String id, String group, String unit, List<Double> seconds, List<Line> lines) {
  /**
   * One line.
   *
   * @param style the class that the style sheet colours
   * @param values one for each of the seconds; null where nothing was measured
   */
  public record Line(String name, String style, List<@Nullable Double> values) {}
}
