package dev.hubbub.reports;

import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.reports.text.Markup;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/** The levels of idle users as HTML tables: their memory, and what it took to register them. */
final class MemoryTable {
  private static final List<String> MEMORY =
      List.of("users", "resident set", "live heap", "kernel sockets");
  private static final List<String> REGISTRATIONS =
      List.of("users", "registered", "seconds", "registrations/s", "server CPU µs each");

  private MemoryTable() {}

  static Markup memory(MemoryResult memory) {
    return Tables.numbers(
        "Memory by level of idle users",
        MEMORY,
        memory.levels().stream()
            .map(level ->
                List.of(
                    Numbers.count(level.users()),
                    Numbers.bytes(level.residentBytes()),
                    Numbers.bytes(level.liveHeapBytes()),
                    Numbers.bytes(level.kernelSocketBytes())))
            .toList());
  }

  static Markup registrations(MemoryResult memory) {
    List<MemoryLevel> levels = memory.levels();
    return Tables.numbers(
        "Registrations by level, each from the level before",
        REGISTRATIONS,
        IntStream.range(0, levels.size())
            .mapToObj(i -> registration(i == 0 ? 0 : levels.get(i - 1).users(), levels.get(i)))
            .toList());
  }

  private static List<String> registration(int usersBefore, MemoryLevel level) {
    int registered = level.users() - usersBefore;
    return List.of(
        Numbers.count(level.users()),
        Numbers.count(registered),
        Numbers.decimal(level.registrationSeconds()),
        Numbers.decimal(registered / level.registrationSeconds()),
        Numbers.decimal(level.registrationCpuMicros()));
  }
}
