package dev.hubbub.reports.history;

import dev.hubbub.reports.history.History.LeftOut;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the runs before it say of a run. */
public final class HistoryAnalysis {
  private HistoryAnalysis() {}

  /**
   * Sets a run against those that began before it and are {@linkplain Conditions alike}.
   *
   * @param kept in the order of their beginnings; with or without the run itself
   */
  public static History of(List<HistoryRun> kept, HistoryRun newest) {
    List<HistoryRun> earlier =
        kept.stream()
            .filter(run -> run.startedAt().isBefore(newest.startedAt()))
            .filter(run -> !run.id().equals(newest.id()))
            .toList();
    Map<String, Integer> leftOut = new TreeMap<>();
    List<HistoryRun> alike =
        Stream.concat(
                earlier.stream().filter(run -> isAlike(run, newest, leftOut)), Stream.of(newest))
            .toList();
    List<Trend> trends =
        Arrays.stream(Metric.values())
            .filter(metric -> newest.partialReason() == null)
            .filter(metric -> newest.figure(metric).isPresent())
            .map(metric -> TrendAnalysis.of(metric, alike, Resolution.of(metric, newest)))
            .toList();
    return new History(
        earlier.size() + 1,
        alike.size(),
        leftOut.entrySet().stream()
            .map(reason -> new LeftOut(reason.getKey(), reason.getValue()))
            .toList(),
        trends,
        words(trends, newest));
  }

  /** Why an earlier run may not be compared with a later one: what is not alike, in words. */
  public static Optional<String> difference(HistoryRun earlier, HistoryRun later) {
    return Conditions.difference(earlier, later);
  }

  private static boolean isAlike(HistoryRun run, HistoryRun newest, Map<String, Integer> leftOut) {
    Optional<String> difference = Conditions.difference(run, newest);
    difference.ifPresent(reason -> leftOut.merge(reason, 1, Integer::sum));
    return difference.isEmpty();
  }

  private static String words(List<Trend> trends, HistoryRun newest) {
    if (newest.partialReason() != null) {
      return "not compared: the run is incomplete";
    }
    if (trends.isEmpty()) {
      return "not compared: the run has no number";
    }
    String changed =
        trends.stream()
            .filter(trend -> trend.difference().p() != null)
            .map(trend -> trend.name() + ": " + trend.difference().words())
            .collect(Collectors.joining("; "));
    return changed.isEmpty() ? unchanged(trends) : changed;
  }

  private static String unchanged(List<Trend> trends) {
    return trends.stream()
        .map(Trend::difference)
        .filter(difference -> difference.kind() == Difference.Kind.NONE)
        .findFirst()
        .orElse(trends.getFirst().difference())
        .words();
  }
}
