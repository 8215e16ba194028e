package dev.hubbub.reports.section;

import dev.hubbub.reports.chart.SeriesChart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Brings lines that were sampled at different times onto one axis. */
final class Plots {
  private static final int POINTS_MAX = 2_000;

  private Plots() {}

  static Plot of(String id, String group, String unit, List<SeriesChart.Line> lines) {
    List<SeriesChart.Line> bounded = lines.stream().map(line -> line.atMost(POINTS_MAX)).toList();
    TreeSet<Double> seconds = new TreeSet<>();
    bounded.forEach(line -> seconds.addAll(line.seconds()));
    List<Double> axis = List.copyOf(seconds);
    return new Plot(id, group, unit, axis, bounded.stream().map(line -> line(line, axis)).toList());
  }

  private static Plot.Line line(SeriesChart.Line line, List<Double> axis) {
    Map<Double, @Nullable Double> values = new HashMap<>();
    for (int i = 0; i < line.seconds().size(); i++) {
      values.put(line.seconds().get(i), line.values().get(i));
    }
    List<@Nullable Double> all = new ArrayList<>();
    axis.forEach(second -> all.add(values.get(second)));
    return new Plot.Line(line.name(), line.style(), all);
  }
}
