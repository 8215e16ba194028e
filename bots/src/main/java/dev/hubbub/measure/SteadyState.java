package dev.hubbub.measure;

import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a warm-up has ended: when the last {@value #WINDOWS} windows under the same load agree
 * in throughput, in latency, and in what a message costs the server.
 *
 * <p>For throughput the coefficient of variation of the last windows is compared with a threshold,
 * as A. Georges, D. Buytaert and L. Eeckhout propose ("Statistically Rigorous Java Performance
 * Evaluation", OOPSLA 2007, 3.2). A 99th percentile wavers more: its lowest and highest may differ
 * by half of the lowest, or by a tenth of what the SLO allows, which changes no judgement. Where a
 * window is too small to know its 99th percentile, the 90th or the median takes its place.
 *
 * <p>The processor time that the server uses for a delivered message falls while its compiler is at
 * work, long after throughput and latency look steady at a load that it carries with ease. Its
 * coefficient of variation may be a tenth, and the later two windows may lie a twentieth below the
 * earlier two. Below a twentieth of the processors that the server may use, other work of its
 * process blurs the figure, and no difference counts. Where the server can't be observed, this is
 * not asked.
 *
 * <p>Pure; for one thread.
 */
public final class SteadyState {
  /** So many windows in a row must agree. */
  public static final int WINDOWS = 4;

  private static final double VARIATION_MAX = 0.05;
  private static final double LATENCY_GROWTH_MAX = 0.5;
  private static final double SLO_SHARE = 0.1;

  private static final double COST_VARIATION_MAX = 0.1;
  private static final double COST_FALL_MAX = 0.05;
  private static final double CPU_SHARE_BLURRED = 0.05;

  private record Window(double perSecond, Percentiles latency, ProcessLoad server) {}

  private final double latencyMsTolerance;
  private final List<Window> windows = new ArrayList<>();

  /** A warm-up that has not begun, for this limit of the 99th percentile in milliseconds. */
  public SteadyState(double latencyP99MsMax) {
    this.latencyMsTolerance = latencyP99MsMax * SLO_SHARE;
  }

  /**
   * Notes what the next window showed.
   *
   * @param server what the server used in it
   */
  public void add(double deliveredPerSecond, Percentiles latency, ProcessLoad server) {
    windows.add(new Window(deliveredPerSecond, latency, server));
  }

  /** What still wavers, in words with the figures; null once the state is steady. */
  public @Nullable String unsteady() {
    if (windows.size() < WINDOWS) {
      return "too few windows at that load";
    }
    List<Window> last = windows.subList(windows.size() - WINDOWS, windows.size());
    return Stream.of(
            throughput(last.stream().map(Window::perSecond).toList()),
            latency(last.stream().map(Window::latency).toList()),
            cost(last.stream().map(Window::server).toList()))
        .flatMap(Stream::ofNullable)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String throughput(List<Double> perSecond) {
    return deviation(perSecond) <= mean(perSecond) * VARIATION_MAX
        ? null
        : "throughput " + range("%,.0f/s", perSecond);
  }

  private static @Nullable String cost(List<ProcessLoad> server) {
    List<Double> micros =
        server.stream().map(ProcessLoad::cpuMicrosPerMessage).flatMap(Stream::ofNullable).toList();
    if (micros.size() < server.size()) {
      return null;
    }
    double blurred = server.stream().mapToDouble(SteadyState::blurredMicros).max().orElse(0);
    double earlier = mean(micros.subList(0, WINDOWS / 2));
    double fall = earlier - mean(micros.subList(WINDOWS / 2, WINDOWS));
    boolean steady =
        deviation(micros) <= Math.max(mean(micros) * COST_VARIATION_MAX, blurred)
            && fall <= Math.max(earlier * COST_FALL_MAX, blurred);
    return steady ? null : "the server's CPU of a message " + range("%.3g µs", micros);
  }

  // What the blurred share of its processors comes to for a message.
  private static double blurredMicros(ProcessLoad server) {
    Double micros = server.cpuMicrosPerMessage();
    Double share = server.cpuShare();
    return micros == null || share == null || share == 0 ? 0 : micros * CPU_SHARE_BLURRED / share;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    double squares = values.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
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
