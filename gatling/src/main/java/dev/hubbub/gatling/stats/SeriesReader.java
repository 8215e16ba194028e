package dev.hubbub.gatling.stats;

import io.gatling.charts.stats.CountsVsTimePlot;
import io.gatling.charts.stats.IntVsTimePlot;
import io.gatling.charts.stats.LogFileData;
import io.gatling.charts.stats.Percentiles;
import io.gatling.charts.stats.PercentilesVsTimePlot;
import io.gatling.commons.stats.OK$;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Puts Gatling's series, each with times of its own, side by side. */
final class SeriesReader {
  private static final double MS_PER_SECOND = 1e3;

  private SeriesReader() {}

  static List<SeriesPoint> read(LogFileData data) {
    Map<Integer, Integer> users = new HashMap<>();
    for (IntVsTimePlot plot :
        CollectionConverters.asJava(data.maxNumberOfConcurrentUsersPerSecond(Option.empty()))) {
      users.put(plot.time(), plot.value());
    }
    Map<Integer, Percentiles> percentiles = new HashMap<>();
    for (PercentilesVsTimePlot plot :
        CollectionConverters.asJava(
            data.responseTimePercentilesOverTime(OK$.MODULE$, Option.empty(), Option.empty()))) {
      if (plot.percentiles().isDefined()) {
        percentiles.put(plot.time(), plot.percentiles().get());
      }
    }
    List<SeriesPoint> points = new ArrayList<>();
    for (CountsVsTimePlot counts :
        CollectionConverters.asJava(
            data.numberOfResponsesPerSecond(Option.empty(), Option.empty()))) {
      points.add(
          point(counts, users.getOrDefault(counts.time(), 0), percentiles.get(counts.time())));
    }
    return points;
  }

  private static SeriesPoint point(
      CountsVsTimePlot counts, int users, @Nullable Percentiles percentiles) {
    return new SeriesPoint(
        counts.time() / MS_PER_SECOND,
        users,
        counts.oks(),
        counts.kos(),
        percentiles == null ? null : percentiles.percentile50(),
        percentiles == null ? null : percentiles.percentile99(),
        percentiles == null ? null : percentiles.percentile100());
  }
}
