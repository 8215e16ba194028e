package dev.hubbub.reports.history;

import dev.hubbub.measure.result.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs of a history, one each night. */
final class Kept {
  private static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  private Kept() {}

  /** Runs that are alike and held so many users. */
  static List<HistoryRun> users(double... users) {
    return IntStream.range(0, users.length)
        .mapToObj(i -> run(i, new Figure("users", users[i], Verdict.Kind.VALID, List.of())))
        .toList();
  }

  /** The run of a night. */
  static HistoryRun run(int night, Figure... figures) {
    Instant start = FIRST.plus(Duration.ofDays(night));
    return new HistoryRun(
        HistoryRun.SCHEMA_VERSION,
        "run-" + night,
        start,
        "capacity",
        "revision-" + night,
        null,
        Verdict.Kind.VALID,
        Map.of("processor", "A", "cores", "2"),
        Map.of("--quick", "false"),
        List.of(figures));
  }
}
