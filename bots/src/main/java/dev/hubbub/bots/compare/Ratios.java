package dev.hubbub.bots.compare;

import dev.hubbub.measure.LinearFit;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sets the figures of the server against those of each peer. A ratio is of two figures of the same
 * round, minutes apart at most: what the machine does to both drops out. Pure.
 */
final class Ratios {
  private Ratios() {}

  /** All ratios that can be told; the server comes first among the contenders. */
  static List<Ratio> of(List<ContenderResult> contenders, List<Integer> rates) {
    List<Ratio> ratios = new ArrayList<>();
    ContenderResult server = contenders.getFirst();
    for (ContenderResult peer : contenders.subList(1, contenders.size())) {
      for (int rate : rates) {
        for (Metric metric : Metric.compared()) {
          add(
              ratios,
              metric.key(),
              rate,
              peer.name(),
              quotients(byRound(server, rate, metric), byRound(peer, rate, metric)));
        }
      }
      add(ratios, "held", null, peer.name(), quotients(held(server), held(peer)));
      add(
          ratios,
          "registered",
          null,
          peer.name(),
          quotients(Registrations.perSecond(server), Registrations.perSecond(peer)));
      add(
          ratios,
          "registration",
          null,
          peer.name(),
          quotients(Registrations.cpuMicros(server), Registrations.cpuMicros(peer)));
      addMemory(ratios, "resident", server, peer, MemoryLevel::residentBytes);
      addMemory(ratios, "heap", server, peer, MemoryLevel::liveHeapBytes);
    }
    return ratios;
  }

  /** The figures of a contender at a rate, by round. */
  static Map<Integer, Double> byRound(ContenderResult contender, int rate, Metric metric) {
    Map<Integer, Double> values = new TreeMap<>();
    for (CompareStep step : contender.steps()) {
      Double value = step.rate() == rate ? metric.of(step.step()) : null;
      if (value != null) {
        values.put(step.round(), value);
      }
    }
    return values;
  }

  /** The rates that a contender held, by round: those that the contender itself limited. */
  static Map<Integer, Double> held(ContenderResult contender) {
    Map<Integer, Double> values = new TreeMap<>();
    for (HeldRate search : contender.searches()) {
      Double held = search.search().held();
      if (held != null && search.search().verdict().kind() == Verdict.Kind.VALID) {
        values.put(search.round(), held);
      }
    }
    return values;
  }

  /**
   * Bytes that an idle user costs: the slope through all levels, and as its spread those with one
   * level left out (a jackknife). Null where a level lacks the figure.
   */
  static @Nullable Figure bytesPerUser(
      ContenderResult contender, Function<MemoryLevel, @Nullable Long> figure) {
    if (contender.memory() == null) {
      return null;
    }
    List<MemoryLevel> levels = contender.memory().levels();
    Double whole = slope(levels, figure);
    if (whole == null) {
      return null;
    }
    double min = whole;
    double max = whole;
    for (int left = 0; levels.size() > 2 && left < levels.size(); left++) {
      List<MemoryLevel> others = new ArrayList<>(levels);
      others.remove(left);
      Double slope = slope(others, figure);
      if (slope != null) {
        min = Math.min(min, slope);
        max = Math.max(max, slope);
      }
    }
    return new Figure(whole, min, max, levels.size());
  }

  private static @Nullable Double slope(
      List<MemoryLevel> levels, Function<MemoryLevel, @Nullable Long> figure) {
    return LinearFit.slope(
        levels,
        level -> (double) level.users(),
        level -> {
          Long bytes = figure.apply(level);
          return bytes == null ? null : (Double) (double) bytes;
        });
  }

  private static void addMemory(
      List<Ratio> ratios,
      String metric,
      ContenderResult server,
      ContenderResult peer,
      Function<MemoryLevel, @Nullable Long> figure) {
    Figure own = bytesPerUser(server, figure);
    Figure other = bytesPerUser(peer, figure);
    // A slope that may be nothing, or less, is no measure to divide by.
    if (own != null && other != null && other.min() > 0) {
      ratios.add(
          new Ratio(
              metric,
              null,
              peer.name(),
              own.median() / other.median(),
              own.min() / other.max(),
              own.max() / other.min(),
              1));
    }
  }

  private static List<Double> quotients(Map<Integer, Double> server, Map<Integer, Double> peer) {
    return server.entrySet().stream()
        .filter(entry -> peer.getOrDefault(entry.getKey(), 0.0) > 0)
        .map(entry -> entry.getValue() / peer.getOrDefault(entry.getKey(), 1.0))
        .toList();
  }

  private static void add(
      List<Ratio> ratios,
      String metric,
      @Nullable Integer rate,
      String against,
      List<Double> values) {
    Figure spread = Figure.of(values);
    if (spread != null) {
      ratios.add(
          new Ratio(
              metric, rate, against, spread.median(), spread.min(), spread.max(), spread.count()));
    }
  }
}
