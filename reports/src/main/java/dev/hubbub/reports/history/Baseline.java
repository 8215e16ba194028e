package dev.hubbub.reports.history;

import dev.hubbub.reports.history.Trend.ChangePoint;
import dev.hubbub.reports.history.Trend.Point;
import dev.hubbub.reports.statistics.NewValues;
import dev.hubbub.reports.statistics.PermutationTest;
import dev.hubbub.reports.statistics.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Sets the newest run of a series against its baseline: what the figure was {@value #RUNS_BACK}
 * runs ago, before the changes found since then. After so many runs what a change left behind is
 * the new baseline.
 *
 * <p>A change can be found by {@link ChangeSearch} only when several runs lie behind it. So up to
 * {@value #SUDDEN_MAX} runs at the end are also held against the prediction interval of those
 * before them: a fall that is far outside of the noise is told of the first time.
 */
final class Baseline {
  /** For how many runs a change is told of. */
  static final int RUNS_BACK = 20;

  /** The least number of runs that noise can be told from. */
  static final int EARLIER_MIN = 5;

  private static final int SUDDEN_MAX = ChangeSearch.PART_MIN - 1;
  private static final double P_MAX = 0.01;
  // Asked after each run, with one value to judge by: it must not be wrong every hundredth time.
  private static final double P_SUDDEN_MAX = 0.001;
  private static final double P_OUTSIDE_MAX = 0.05;

  private final List<Point> points;
  private final List<ChangePoint> changes;
  private final double[] values;
  private final double resolution;

  /**
   * The newest of some points.
   *
   * @param resolution how exactly a value is known, as a share of it
   */
  Baseline(List<Point> points, List<ChangePoint> changes, double resolution) {
    this.points = points;
    this.changes = changes;
    this.values = points.stream().mapToDouble(Point::value).toArray();
    this.resolution = resolution;
  }

  /**
   * A difference beyond noise.
   *
   * @param since the first run that has it
   * @param share of the baseline
   * @param p how probable it is by chance
   */
  record Shift(Point since, double share, double p) {}

  /** The difference of the newest run to the baseline, if there is one beyond noise. */
  Optional<Shift> shift() {
    return lasting().or(this::sudden);
  }

  /** By how much the newest run differs from the mean of those that no change separates from it. */
  double share() {
    double[] earlier = Arrays.copyOfRange(values, lastStart(), values.length - 1);
    return values[values.length - 1] / Sample.mean(earlier) - 1;
  }

  private Optional<Shift> lasting() {
    List<ChangePoint> recent =
        changes.stream().filter(change -> change.index() >= values.length - RUNS_BACK).toList();
    if (recent.isEmpty()) {
      return Optional.empty();
    }
    double before = recent.getFirst().meanBefore();
    double share = recent.getLast().meanAfter() / before - 1;
    double p = recent.size() == 1 ? recent.getFirst().p() : pOfEnds(recent);
    return recent.reversed().stream()
        .filter(change -> p <= P_MAX && change.share() * share > 0)
        .findFirst()
        .map(change -> new Shift(change.first(), share, p));
  }

  // Several changes may have taken each other back.
  private double pOfEnds(List<ChangePoint> recent) {
    int first = recent.getFirst().index();
    int from =
        changes.stream().mapToInt(ChangePoint::index).filter(at -> at < first).max().orElse(0);
    return PermutationTest.p(
        Arrays.copyOfRange(values, from, first),
        Arrays.copyOfRange(values, recent.getLast().index(), values.length));
  }

  private Optional<Shift> sudden() {
    Shift best = null;
    for (int count = 1; count <= SUDDEN_MAX; count++) {
      int at = values.length - count;
      if (at - lastStart() < EARLIER_MIN || !isOutside(at)) {
        break;
      }
      Shift shift = suddenFrom(at);
      if (shift.p() <= P_SUDDEN_MAX && (best == null || shift.p() < best.p())) {
        best = shift;
      }
    }
    return Optional.ofNullable(best);
  }

  // Each of the last runs must be unusual by itself: one that is back where it was is no change.
  private boolean isOutside(int at) {
    double[] earlier = Arrays.copyOfRange(values, lastStart(), at);
    double mean = Sample.mean(earlier);
    double side = values[values.length - 1] - mean;
    return Arrays.stream(values, at, values.length)
        .allMatch(value ->
            (value - mean) * side > 0
                && NewValues.p(earlier, value, 1, resolution * mean) <= P_OUTSIDE_MAX);
  }

  private Shift suddenFrom(int at) {
    double[] earlier = Arrays.copyOfRange(values, lastStart(), at);
    double before = Sample.mean(earlier);
    double after = Sample.mean(Arrays.copyOfRange(values, at, values.length));
    double p = NewValues.p(earlier, after, values.length - at, resolution * before);
    // As many lengths as are tried, as many chances to be wrong (Bonferroni).
    return new Shift(points.get(at), after / before - 1, Math.min(1, p * SUDDEN_MAX));
  }

  private int lastStart() {
    return changes.isEmpty() ? 0 : changes.getLast().index();
  }
}
