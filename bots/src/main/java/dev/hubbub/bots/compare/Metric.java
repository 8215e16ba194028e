package dev.hubbub.bots.compare;

import dev.hubbub.measure.result.StepResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a step that is compared.
 *
 * <p>A step in which the generator was at its limit says nothing of latency and throughput. What a
 * message costs the contender it says all the same.
 */
enum Metric {
  DELIVERED("delivered", "delivered/s", "%,.0f"),
  P50("p50", "p50, ms", "%.2f"),
  P99("p99", "p99, ms", "%.2f"),
  CPU("cpu", "CPU a message, µs", "%.1f"),
  GENERATOR("generator", "generator's CPU a message, µs", "%.1f");

  private final String key;
  private final String label;
  private final String format;

  Metric(String key, String label, String format) {
    this.key = key;
    this.label = label;
    this.format = format;
  }

  /** Its name in results. */
  String key() {
    return key;
  }

  /** Its name for people. */
  String label() {
    return label;
  }

  /** How a value is written. */
  String format() {
    return format;
  }

  /** The figure of a step, or null where it says nothing. */
  @Nullable Double of(StepResult step) {
    boolean trusted = step.generatorLimit() == null;
    return switch (this) {
      case DELIVERED -> trusted ? (Double) step.deliveredPerSecond() : null;
      case P50 -> trusted ? step.latency().p50Ms() : null;
      case P99 -> trusted ? step.latency().p99Ms() : null;
      case CPU -> step.server().cpuMicrosPerMessage();
      case GENERATOR -> step.generator().cpuMicrosPerMessage();
    };
  }

  /** Those that are set against a peer's; the generator's cost is its own affair. */
  static List<Metric> compared() {
    return all().stream().filter(metric -> metric != GENERATOR).toList();
  }

  /** All of them. */
  static List<Metric> all() {
    return List.of(values());
  }
}
