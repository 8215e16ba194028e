package dev.hubbub.measure;

import dev.hubbub.measure.result.Percentiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a warm-up has ended: when the last {@value #WINDOWS} windows under the same load agree
 * in throughput and in latency.
 *
 * <p>For throughput the coefficient of variation of the last windows is compared with a threshold,
 * as A. Georges, D. Buytaert and L. Eeckhout propose ("Statistically Rigorous Java Performance
 * Evaluation", OOPSLA 2007, 3.2). A 99th percentile wavers more: its lowest and highest may differ
 * by half of the lowest, or by a tenth of what the SLO allows, which changes no judgement. Where a
 * window is too small to know its 99th percentile, the 90th or the median takes its place.
 *
 * <p>Pure; for one thread.
 */
public final class SteadyState {
  /** So many windows in a row must agree. */
  public static final int WINDOWS = 4;

  private static final double VARIATION_MAX = 0.05;
  private static final double LATENCY_GROWTH_MAX = 0.5;
  private static final double SLO_SHARE = 0.1;

  private record Window(double perSecond, Percentiles latency) {}

  private final double latencyMsTolerance;
  private final List<Window> windows = new ArrayList<>();

  /** A warm-up that has not begun, for this limit of the 99th percentile in milliseconds. */
  public SteadyState(double latencyP99MsMax) {
    this.latencyMsTolerance = latencyP99MsMax * SLO_SHARE;
  }

  /** Notes what the next window showed. */
  public void add(double deliveredPerSecond, Percentiles latency) {
    windows.add(new Window(deliveredPerSecond, latency));
  }

  /** What still wavers, in words with the figures; null once the state is steady. */
  public @Nullable String unsteady() {
    if (windows.size() < WINDOWS) {
      return "only " + windows.size() + " windows ran";
    }
    List<Window> last = windows.subList(windows.size() - WINDOWS, windows.size());
    String throughput = throughput(last.stream().map(Window::perSecond).toList());
    return throughput == null ? latency(last.stream().map(Window::latency).toList()) : throughput;
  }

  private static @Nullable String throughput(List<Double> perSecond) {
    double mean = perSecond.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = perSecond.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (perSecond.size() - 1));
    return deviation <= mean * VARIATION_MAX ? null : "throughput " + range("%,.0f/s", perSecond);
  }

  private @Nullable String latency(List<Percentiles> latencies) {
    List<Function<Percentiles, @Nullable Double>> known =
        List.of(Percentiles::p99Ms, Percentiles::p90Ms, Percentiles::p50Ms);
    List<String> names = List.of("p99", "p90", "p50");
    for (int i = 0; i < known.size(); i++) {
      List<Double> values =
          latencies.stream().map(known.get(i)).flatMap(Stream::ofNullable).toList();
      if (values.size() == latencies.size()) {
        return isStable(values) ? null : names.get(i) + " latency " + range("%.1f ms", values);
      }
    }
    return "too few messages in a window to know its latency";
  }

  private boolean isStable(List<Double> values) {
    double min = values.stream().min(Comparator.naturalOrder()).orElseThrow();
    double max = values.stream().max(Comparator.naturalOrder()).orElseThrow();
    return max - min <= Math.max(min * LATENCY_GROWTH_MAX, latencyMsTolerance);
  }

  private static String range(String format, List<Double> values) {
    return "from "
        + String.format(
            Locale.ROOT, format, values.stream().min(Comparator.naturalOrder()).orElseThrow())
        + " to "
        + String.format(
            Locale.ROOT, format, values.stream().max(Comparator.naturalOrder()).orElseThrow());
  }
}
