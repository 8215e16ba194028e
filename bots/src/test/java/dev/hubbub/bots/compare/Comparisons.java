package dev.hubbub.bots.compare;

import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import dev.hubbub.measure.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Contenders made up for tests. */
final class Comparisons {
  static final String LATE = "the generator: it sent late";

  private Comparisons() {}

  /** One whose steps at 1,000 messages a second cost so much each, round by round. */
  static ContenderResult withCpu(String name, double... micros) {
    List<CompareStep> steps = new ArrayList<>();
    for (double cost : micros) {
      steps.add(new CompareStep(steps.size() + 1, 1_000, step(cost, null, true)));
    }
    return new ContenderResult(name, "127.0.0.1:1", 1L, steps, List.of(), List.of(), null);
  }

  /** One with a single step. */
  static ContenderResult with(String name, StepResult step) {
    return new ContenderResult(
        name,
        "127.0.0.1:1",
        null,
        List.of(new CompareStep(1, 1_000, step)),
        List.of(),
        List.of(),
        null);
  }

  /** One whose held rate was searched. */
  static ContenderResult withHeld(String name, @Nullable Double held, Verdict.Kind kind) {
    DimensionResult search =
        new DimensionResult(
            "rate",
            held,
            new Verdict(kind, "made up"),
            null,
            "2 users",
            List.of(),
            List.of(),
            null);
    return new ContenderResult(
        name, "127.0.0.1:1", null, List.of(), List.of(new HeldRate(1, search)), List.of(), null);
  }

  /** One that took users in. */
  static ContenderResult withRegistrations(String name, RegistrationRound... rounds) {
    return new ContenderResult(
        name, "127.0.0.1:1", null, List.of(), List.of(), List.of(rounds), null);
  }

  /** One whose resident set at 1,000, 2,000, … idle users was so many bytes. */
  static ContenderResult withResident(String name, long... bytes) {
    List<MemoryLevel> levels = new ArrayList<>();
    for (long resident : bytes) {
      levels.add(new MemoryLevel(1_000 * (levels.size() + 1), resident, null, null, 1, null));
    }
    return new ContenderResult(
        name,
        "127.0.0.1:1",
        null,
        List.of(),
        List.of(),
        List.of(),
        new MemoryResult(levels, null, null, null));
  }

  static StepResult step(double cpuMicros, @Nullable String generatorLimit, boolean held) {
    Percentiles times = new Percentiles(1_000, 0.1, 0.2, 0.5, null, 1.0, "");
    return new StepResult(
        "ramp",
        1_000,
        2,
        1_000,
        1_000,
        1,
        MessageCounts.NONE,
        ConnectionCounts.NONE,
        0,
        0,
        times,
        times,
        new ProcessLoad(0.1, null, null, cpuMicros, null, null, null, null),
        ProcessLoad.UNKNOWN,
        null,
        TcpCounts.UNKNOWN,
        held ? List.of() : List.of(new SloFailure("p99 latency", "50 ms", "60 ms")),
        generatorLimit,
        null);
  }
}
