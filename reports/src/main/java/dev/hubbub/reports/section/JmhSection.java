package dev.hubbub.reports.section;

import dev.hubbub.reports.model.JmhBenchmark;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The results of the microbenchmarks. */
final class JmhSection {
  private JmhSection() {}

  static Section of(List<JmhBenchmark> benchmarks, String id) {
    return new Section(
        id,
        "Microbenchmarks (JMH)",
        List.of(
            "A score with its uncertainty: half of the 99.9 % confidence interval. Of throughput"
                + " more is better, of times less."),
        List.of(),
        List.of(
            Table.numbers(
                "Scores",
                List.of("benchmark", "mode", "score", "±", "unit", "bytes an operation", "runs"),
                benchmarks.stream().map(JmhSection::row).toList())),
        true);
  }

  private static Row row(JmhBenchmark one) {
    return Row.of(
        name(one),
        one.mode(),
        Numbers.decimal(one.score()),
        Numbers.decimal(one.error()),
        one.unit(),
        Numbers.decimal(one.bytesPerOperation()),
        "%d × %d threads".formatted(one.forks(), one.threads()));
  }

  // The package says nothing that the class doesn't.
  private static String name(JmhBenchmark one) {
    String[] parts = one.benchmark().split("\\.", -1);
    String name =
        parts.length < 2
            ? one.benchmark()
            : parts[parts.length - 2] + "." + parts[parts.length - 1];
    return one.parameters().isEmpty()
        ? name
        : name
            + one.parameters().entrySet().stream()
                .map((Map.Entry<String, String> p) -> p.getKey() + "=" + p.getValue())
                .collect(Collectors.joining(", ", " (", ")"));
  }
}
