package dev.hubbub.reports;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.CpuCost;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.measure.result.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results to render. The figures are made up, of the size that a machine of two cores gives. */
public final class Runs {
  /** Text that must appear as text: markup, quotes, right to left, control characters, halves. */
  static final String HOSTILE =
      "<script>alert('x')</script> \"q\" ]]> & | `a` *b* \u202Etxt.exe\u202C"
          + " \u05E9\u05DC\u05D5\u05DD \u0000\u001B[31m\u009B1m \uD800 </title><img"
          + " src=http://evil.test/x>\n"
          + "next";

  private static final String COMMAND = "./hubbub capacity --quick --seed 42 --out capacity-report";

  private Runs() {}

  /** Everything was measured. */
  public static RunResult full() {
    return run(null, List.of(users(), rate()), memory(), new CpuCost(11.84, 20_000));
  }

  /** Interrupted before the search by rate ended; memory and cost were never begun. */
  static RunResult partial() {
    DimensionResult begun =
        new DimensionResult(
            "rate",
            null,
            new Verdict(Verdict.Kind.INVALID, "interrupted before a load was confirmed"),
            null,
            "1,000 users",
            List.of(Steps.held("ramp", 1_000, 1_000, 1_000, 1.4)),
            List.of(),
            null);
    return run("interrupted after 41 s", List.of(users(), begun), null, null);
  }

  /** Nothing can be concluded by rate, though a load was held. */
  static RunResult invalid() {
    DimensionResult unsteady =
        new DimensionResult(
            "rate",
            12_347.0,
            new Verdict(Verdict.Kind.INVALID, "not steady after the warm-up: p99 from 2 to 31 ms"),
            new BreakingPoint(15_551, "latency p99 61 ms", List.of()),
            "1,000 users",
            List.of(
                Steps.held("ramp", 10_000, 1_000, 10_000, 2.1),
                Steps.failed("ramp", 20_000, 1_000, 20_000, 19_100, 61)),
            List.of(),
            null);
    return run(null, List.of(users(), unsteady), memory(), new CpuCost(11.84, 20_000));
  }

  /** Every figure that may be null is. */
  static RunResult unknowns() {
    DimensionResult users =
        new DimensionResult(
            "users",
            null,
            new Verdict(Verdict.Kind.AT_LEAST, "the first step found no free port"),
            null,
            "0.1 messages a second and user",
            List.of(Steps.unknown("ramp", 500, 500, 50)),
            List.of(),
            null);
    RunResult run =
        run(
            null,
            List.of(users),
            new MemoryResult(
                List.of(new MemoryLevel(1_000, null, null, null, 0.5, null)), null, null, null),
            null);
    Environment bare =
        new Environment(
            "unknown",
            2,
            8L << 30,
            "Linux 6.1",
            1_024,
            null,
            null,
            "25",
            Map.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            "not pinned: fewer than four cores");
    return new RunResult(
        run.schemaVersion(),
        "breakpoint",
        run.command(),
        run.startedAt(),
        3725,
        null,
        7,
        "127.0.0.1:6000",
        Map.of(),
        run.slo(),
        bare,
        run.dimensions(),
        run.memory(),
        null);
  }

  /** Every text is hostile. */
  static RunResult hostile() {
    DimensionResult dimension =
        new DimensionResult(
            HOSTILE,
            7.0,
            new Verdict(Verdict.Kind.VALID, HOSTILE),
            new BreakingPoint(
                8, HOSTILE, List.of(new Evidence(Evidence.Side.SERVER, HOSTILE, true))),
            HOSTILE,
            List.of(Steps.hostile(HOSTILE)),
            List.of(),
            null);
    Environment environment =
        new Environment(
            HOSTILE,
            1,
            1,
            HOSTILE,
            1,
            1,
            HOSTILE,
            HOSTILE,
            Map.of(HOSTILE, List.of(HOSTILE)),
            HOSTILE,
            HOSTILE,
            new TlsUse(HOSTILE, HOSTILE, HOSTILE),
            Map.of(HOSTILE, HOSTILE),
            HOSTILE,
            HOSTILE);
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        HOSTILE,
        HOSTILE + "```",
        Instant.EPOCH,
        1,
        HOSTILE,
        1,
        HOSTILE,
        Map.of(HOSTILE, HOSTILE),
        SloLimits.DEFAULT,
        environment,
        List.of(dimension),
        null,
        null);
  }

  private static DimensionResult users() {
    return new DimensionResult(
        "users",
        19_904.0,
        new Verdict(
            Verdict.Kind.AT_LEAST, "the server's limit of 20,000 open files was reached first"),
        null,
        "0.1 messages a second and user",
        List.of(
            Steps.held("ramp", 1_000, 1_000, 100, 0.62),
            Steps.held("ramp", 2_000, 2_000, 200, 0.71),
            Steps.held("ramp", 4_000, 4_000, 400, 0.94),
            Steps.held("ramp", 8_000, 8_000, 800, 1.8),
            Steps.held("ramp", 16_000, 16_000, 1_600, 4.9),
            Steps.held("ceiling", 19_904, 19_904, 1_990.4, 7.3),
            Steps.withSeries(Steps.held("confirm", 19_904, 19_904, 1_990.4, 8.1), 30)),
        List.of(),
        null);
  }

  private static DimensionResult rate() {
    return new DimensionResult(
        "rate",
        41_250.0,
        new Verdict(Verdict.Kind.VALID, "the server's event loops were busy 98 % of the time"),
        new BreakingPoint(
            43_750,
            "latency p99 118 ms (allowed: 50 ms); server CPU at 99 % of 1 core",
            List.of(
                new Evidence(Evidence.Side.SERVER, "server CPU at 99 % of 1 core", true),
                new Evidence(
                    Evidence.Side.MACHINE, "the kernel sent 0 of 99 TCP segments again", false),
                new Evidence(Evidence.Side.GENERATOR, "generator: CPU 79 %", false))),
        "1,000 users",
        List.of(
            Steps.held("ramp", 5_000, 1_000, 5_000, 1.1),
            Steps.held("ramp", 10_000, 1_000, 10_000, 1.9),
            Steps.held("ramp", 20_000, 1_000, 20_000, 4.2),
            Steps.held("ramp", 40_000, 1_000, 40_000, 21),
            Steps.failed("ramp", 80_000, 1_000, 80_000, 52_300, 2_310),
            Steps.failed("bisect", 60_000, 1_000, 60_000, 51_900, 1_180),
            Steps.failed("bisect", 50_000, 1_000, 50_000, 49_100, 240),
            Steps.held("bisect", 45_000, 1_000, 45_000, 39),
            Steps.failed("confirm", 45_000, 1_000, 45_000, 44_820, 131),
            Steps.failed("bisect", 43_750, 1_000, 43_750, 43_700, 118),
            Steps.withSeries(Steps.held("confirm", 41_250, 1_000, 41_250, 33), 30)),
        List.of(),
        null);
  }

  private static MemoryResult memory() {
    return new MemoryResult(
        List.of(
            level(0, 118_400_000L, 14_100_000L, 210_000L, 0, null),
            level(2_500, 131_900_000L, 21_700_000L, 6_300_000L, 0.71, 142.0),
            level(5_000, 143_000_000L, 29_600_000L, 12_300_000L, 0.66, 131.5),
            level(7_500, 157_300_000L, 37_100_000L, 18_600_000L, 0.67, 129.8),
            level(10_000, 168_900_000L, 44_900_000L, 24_500_000L, 0.69, 130.2)),
        5_064.0,
        3_080.0,
        2_435.0);
  }

  private static MemoryLevel level(
      int users, long resident, long heap, long kernel, double seconds, @Nullable Double micros) {
    return new MemoryLevel(users, resident, heap, kernel, seconds, micros);
  }

  private static RunResult run(
      @Nullable String partialReason,
      List<DimensionResult> dimensions,
      @Nullable MemoryResult memory,
      @Nullable CpuCost cost) {
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        "capacity",
        COMMAND,
        Instant.parse("2026-03-01T12:34:56Z"),
        83.4,
        partialReason,
        42,
        "java -Xmx1g -jar hubbub-server.jar --host 127.0.0.1 --port 0",
        Map.of("--quick", "true", "--seed", "42", "--out", "capacity-report", "--host", ""),
        SloLimits.DEFAULT,
        environment(),
        dimensions,
        memory,
        cost);
  }

  private static Environment environment() {
    return new Environment(
        "AMD EPYC 7B13",
        2,
        8_323_072_000L,
        "Linux 6.1.0-28-amd64",
        20_000,
        4_096,
        "32768-60999",
        "25.0.1+8 (Eclipse Adoptium)",
        Map.of("generator", List.of("-Xmx2g"), "server", List.of("-Xmx1g", "-XX:+UseZGC")),
        "ZGC",
        "epoll",
        null,
        Map.of("Netty", "4.2.18.Final", "Jackson", "3.2.4"),
        "bb2de1f",
        "not pinned: fewer than four cores");
  }
}
