package dev.hubbub.reports.history;

import dev.hubbub.reports.history.Baseline.Shift;
import dev.hubbub.reports.history.Difference.Kind;
import dev.hubbub.reports.history.Trend.ChangePoint;
import dev.hubbub.reports.history.Trend.Point;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.text.PlainText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One figure over the runs that are alike, and what that says of the newest. */
final class TrendAnalysis {
  // A year of nights. The time that it takes grows as the square.
  private static final int POINTS_MAX = 365;

  private TrendAnalysis() {}

  /**
   * The trend of a figure that the newest run has. Lower bounds are compared with lower bounds
   * only: between one and a number nothing can be said.
   *
   * @param runs that are alike, oldest first; the last is the newest
   * @param resolution how exactly a value is known, as a share of it
   */
  static Trend of(Metric metric, List<HistoryRun> runs, double resolution) {
    List<Point> all =
        runs.stream().map(run -> point(run, metric)).filter(Objects::nonNull).toList();
    List<Point> points =
        all.stream().filter(point -> point.verdict() == all.getLast().verdict()).toList();
    int others = all.size() - points.size();
    List<Point> kept = points.subList(Math.max(0, points.size() - POINTS_MAX), points.size());
    List<ChangePoint> changes = ChangeSearch.changes(metric, kept);
    Baseline baseline = new Baseline(kept, changes, resolution);
    return new Trend(metric, kept, changes, difference(metric, kept, baseline, others));
  }

  private static @Nullable Point point(HistoryRun run, Metric metric) {
    return run.figure(metric)
        .map(figure ->
            new Point(
                run.id(), run.startedAt(), run.gitRevision(), figure.value(), figure.verdict()))
        .orElse(null);
  }

  private static Difference difference(
      Metric metric, List<Point> points, Baseline baseline, int others) {
    if (points.size() <= Baseline.EARLIER_MIN) {
      return new Difference(Kind.TOO_FEW, null, null, tooFew(points.size() - 1, others));
    }
    return baseline
        .shift()
        .map(shift -> shifted(metric, shift))
        .orElseGet(
            () -> new Difference(Kind.NONE, baseline.share(), null, "no change beyond noise"));
  }

  private static Difference shifted(Metric metric, Shift shift) {
    Kind kind = metric.isWorse(shift.share()) ? Kind.WORSE : Kind.BETTER;
    String revision = shift.since().gitRevision();
    String words =
        "%s %s since run %s%s (p %s)"
            .formatted(
                Numbers.percent(Math.abs(shift.share())),
                metric.direction(shift.share()),
                shift.since().run(),
                revision == null ? "" : ", revision " + PlainText.line(revision),
                p(shift.p()));
    return new Difference(kind, shift.share(), shift.p(), words);
  }

  private static String p(double p) {
    return p < 0.001 ? "< 0.001" : "= " + Numbers.decimal(p);
  }

  private static String tooFew(int earlier, int others) {
    return "too few runs to tell a change from noise: %d before it, %d are needed%s"
        .formatted(
            earlier,
            Baseline.EARLIER_MIN,
            others == 0 ? "" : "; " + others + " with another verdict can't be compared");
  }
}
