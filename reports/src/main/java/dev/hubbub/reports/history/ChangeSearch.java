package dev.hubbub.reports.history;

import dev.hubbub.reports.history.Trend.ChangePoint;
import dev.hubbub.reports.history.Trend.Point;
import dev.hubbub.reports.statistics.EDivisive;
import dev.hubbub.reports.statistics.EDivisive.Change;
import dev.hubbub.reports.statistics.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds where a figure changed. */
final class ChangeSearch {
  /** Least number of runs on each side of a change. */
  static final int PART_MIN = 4;

  private static final EDivisive METHOD = new EDivisive(PART_MIN, 499, 0.01);
  // However sure it is, nobody acts on less.
  private static final double SHARE_MIN = 0.01;

  private ChangeSearch() {}

  /** The changes of a series of points, oldest first. */
  static List<ChangePoint> changes(Metric metric, List<Point> points) {
    double[] values = points.stream().mapToDouble(Point::value).toArray();
    List<Change> found = METHOD.changes(values);
    List<ChangePoint> changes = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < found.size(); i++) {
      int at = found.get(i).index();
      int to = i + 1 < found.size() ? found.get(i + 1).index() : values.length;
      double before = Sample.mean(Arrays.copyOfRange(values, from, at));
      double after = Sample.mean(Arrays.copyOfRange(values, at, to));
      if (Math.abs(after / before - 1) >= SHARE_MIN) {
        boolean worse = metric.isWorse(after - before);
        changes.add(new ChangePoint(at, points.get(at), before, after, found.get(i).p(), worse));
        from = at;
      }
    }
    return List.copyOf(changes);
  }
}
