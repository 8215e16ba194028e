package dev.hubbub.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what JMH writes with {@code -rf json}. */
final class JmhReader {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private JmhReader() {}

  static boolean isJmh(JsonNode tree) {
    return tree.isArray()
        && !tree.isEmpty()
        && tree.get(0).has("benchmark")
        && tree.get(0).has("primaryMetric");
  }

  static Report read(JsonNode tree) {
    List<JmhBenchmark> all = new ArrayList<>();
    tree.forEach(one -> all.add(benchmark(one)));
    return new Report(
        Report.SCHEMA_VERSION,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.copyOf(all),
        List.of());
  }

  private static JmhBenchmark benchmark(JsonNode one) {
    SortedMap<String, String> parameters = new TreeMap<>();
    one.path("params")
        .propertyStream()
        .forEach(p -> parameters.put(p.getKey(), text(p.getValue())));
    JsonNode metric = one.required("primaryMetric");
    JsonNode allocation = one.path("secondaryMetrics").path(ALLOCATION);
    return new JmhBenchmark(
        one.required("benchmark").stringValue(),
        one.required("mode").stringValue(),
        parameters,
        one.path("forks").asInt(0),
        one.path("threads").asInt(1),
        metric.required("score").doubleValue(),
        number(metric.path("scoreError")),
        metric.required("scoreUnit").stringValue(),
        number(allocation.path("score")));
  }

  private static String text(JsonNode value) {
    return value.asString();
  }

  // JMH writes "NaN" as text where there is no error.
  private static @Nullable Double number(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.doubleValue())
        ? (Double) value.doubleValue()
        : null;
  }
}
