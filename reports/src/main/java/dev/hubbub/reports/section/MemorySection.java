package dev.hubbub.reports.section;

import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.chart.MemoryChart;
import dev.hubbub.reports.section.Table.Row;
import dev.hubbub.reports.text.Numbers;
import dev.hubbub.reports.words.Costs;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The levels of idle users: their memory with the fitted slope, and what registering them took. */
final class MemorySection {
  private static final List<String> MEMORY =
      List.of("users", "resident set", "live heap", "kernel sockets");
  private static final List<String> REGISTRATIONS =
      List.of("users", "registered", "seconds", "registrations/s", "server CPU µs each");

  private MemorySection() {}

  static Optional<Section> of(RunResult run, String id) {
    MemoryResult memory = run.memory();
    if (memory == null || memory.levels().isEmpty()) {
      return Optional.empty();
    }
    String slopes = Costs.user(run).inWords();
    List<Figure> figures =
        MemoryChart.of(id + "-chart", memory)
            .map(chart -> List.of(new Figure(chart, "Fitted lines; a user: " + slopes + ".", null)))
            .orElse(List.of());
    return Optional.of(
        new Section(
            id,
            "Memory of idle users",
            List.of(),
            figures,
            List.of(memory(memory), registrations(memory)),
            false));
  }

  private static Table memory(MemoryResult memory) {
    return Table.numbers(
        "Memory by level of idle users",
        MEMORY,
        memory.levels().stream()
            .map(level ->
                Row.of(
                    Numbers.count(level.users()),
                    Numbers.bytes(level.residentBytes()),
                    Numbers.bytes(level.liveHeapBytes()),
                    Numbers.bytes(level.kernelSocketBytes())))
            .toList());
  }

  private static Table registrations(MemoryResult memory) {
    List<MemoryLevel> levels = memory.levels();
    return Table.numbers(
        "Registrations by level, each from the level before",
        REGISTRATIONS,
        IntStream.range(0, levels.size())
            .mapToObj(i -> registration(i == 0 ? 0 : levels.get(i - 1).users(), levels.get(i)))
            .toList());
  }

  private static Row registration(int usersBefore, MemoryLevel level) {
    int registered = level.users() - usersBefore;
    return Row.of(
        Numbers.count(level.users()),
        Numbers.count(registered),
        Numbers.decimal(level.registrationSeconds()),
        Numbers.decimal(registered / level.registrationSeconds()),
        Numbers.decimal(level.registrationCpuMicros()));
  }
}
