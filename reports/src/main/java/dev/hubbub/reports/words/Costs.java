package dev.hubbub.reports.words;

import dev.hubbub.measure.result.CpuCost;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.reports.text.Numbers;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What something costs, in words.
 *
 * @param title what costs it
 * @param facts the figures, the weightiest first
 * @param method how they were found
 */
public record Costs(String title, List<Fact> facts, String method) {
  // docs/measurement.md asks for at least this many levels under a fitted line.
  private static final int LEVELS_MIN = 5;

  /** What a user costs who does nothing. */
  public static Costs user(RunResult run) {
    MemoryResult memory = run.memory();
    if (memory == null) {
      return new Costs("An idle user costs", List.of(), "not measured");
    }
    int levels = memory.levels().size();
    int usersMax = memory.levels().stream().mapToInt(level -> level.users()).max().orElse(0);
    UserMemory user = UserMemory.of(memory);
    return new Costs(
        "An idle user costs",
        List.of(
            new Fact("resident set", orUnknown(user.resident())),
            new Fact("live heap", orUnknown(user.liveHeap())),
            new Fact("kernel sockets", orUnknown(user.kernelSockets())),
            new Fact("server CPU to register", orUnknown(Numbers.micros(registration(memory))))),
        "slope of a line ± its standard error, through %s up to %s idle users%s"
            .formatted(
                levels == 1 ? "1 level" : Numbers.count(levels) + " levels",
                Numbers.count(usersMax),
                levels < LEVELS_MIN ? "; fewer than five levels, so a rough figure" : ""));
  }

  /** What a delivered message costs. */
  public static Costs message(RunResult run) {
    CpuCost cost = run.cost();
    return cost == null
        ? new Costs("A delivered message costs", List.of(), "not measured")
        : new Costs(
            "A delivered message costs",
            List.of(
                new Fact("server CPU", orUnknown(Numbers.micros(cost.serverMicrosPerMessage())))),
            "at " + Numbers.decimal(cost.messagesPerSecond()) + " messages/s");
  }

  /** The figures and the method in one line. */
  public String inWords() {
    String figures =
        facts.stream()
            .map(fact -> fact.value() + " " + fact.name())
            .collect(Collectors.joining(", "));
    return figures + " (" + method + ")";
  }

  // The mean of the levels that registered somebody.
  private static @Nullable Double registration(MemoryResult memory) {
    OptionalDouble mean =
        memory.levels().stream()
            .map(MemoryLevel::registrationCpuMicros)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .average();
    return mean.isPresent() ? (Double) mean.getAsDouble() : null;
  }

  private static String orUnknown(String figure) {
    return figure.equals(Numbers.UNKNOWN) ? "unknown" : figure;
  }
}
