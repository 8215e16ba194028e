package dev.hubbub.reports.history;

import dev.hubbub.measure.result.CpuCost;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RepeatResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results of runs that differ in what a history looks at. */
public final class Results {
  /** When a run began. */
  public static final Instant START = Instant.parse("2026-03-01T12:34:56Z");

  private Results() {}

  /** A search by users. */
  public static DimensionResult users(
      @Nullable Double held, Verdict.Kind verdict, double... found) {
    Verdict because = new Verdict(verdict, "because of it");
    List<RepeatResult> repeats =
        Arrays.stream(found).mapToObj(one -> new RepeatResult(one, because, null, 0)).toList();
    return new DimensionResult(
        "users", held, because, null, "0.1 messages a second and user", List.of(), repeats, null);
  }

  /** A run of some searches. */
  public static RunResult run(
      Instant start, Environment environment, Map<String, String> options, DimensionResult... all) {
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        "capacity",
        "./hubbub capacity",
        start,
        60,
        null,
        42,
        "java -jar hubbub-server.jar",
        options,
        SloLimits.DEFAULT,
        environment,
        List.of(all),
        new MemoryResult(List.of(), 5_000.0, null, null),
        new CpuCost(12.5, 10_000));
  }

  /** A run of some searches on the same machine as all others. */
  public static RunResult run(Instant start, DimensionResult... all) {
    return run(
        start, environment("A", "Linux 6.1.0-28", "25.0.1+8 (VM)"), Map.of("--seed", "42"), all);
  }

  /** A machine. */
  public static Environment environment(String processor, String kernel, String java) {
    return new Environment(
        processor,
        2,
        8_323_072_000L,
        kernel,
        20_000,
        4_096,
        "32768-60999",
        java,
        Map.of(),
        "ZGC",
        "epoll",
        null,
        Map.of("netty", "4.2.18.Final"),
        "bb2de1f",
        "not pinned");
  }
}
