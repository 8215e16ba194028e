package dev.hubbub.measure;

import dev.hubbub.measure.result.BreakingPoint;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.CpuCost;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.Environment;
import dev.hubbub.measure.result.Evidence;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.ServerGauges;
import dev.hubbub.measure.result.ServerSeries;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.StepSeries;
import dev.hubbub.measure.result.TcpCounts;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.measure.result.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Results for tests: one with every figure, one with none that may be missing. */
final class SampleResult {
  private SampleResult() {}

  static RunResult whole() {
    DimensionResult rate =
        new DimensionResult(
            "rate",
            23_000.0,
            new Verdict(Verdict.Kind.VALID, "the server was the limit"),
            new BreakingPoint(
                24_000,
                "p99 latency 83 ms over 50 ms",
                List.of(new Evidence(Evidence.Side.SERVER, "server CPU at 99 % of 1 core", true))),
            "500 users",
            List.of(step("ramp", List.of()), step("bisect", List.of(failure()))),
            List.of(),
            null);
    MemoryLevel level = new MemoryLevel(2_500, 90L << 20, 12L << 20, 0L, 0.4, 95.5);
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        "capacity",
        "hubbub capacity --quick",
        Instant.parse("2026-11-22T13:44:00Z"),
        81.25,
        null,
        1,
        "127.0.0.1:40123",
        Map.of("--quick", "true", "--seed", "1"),
        SloLimits.DEFAULT,
        environment(1),
        List.of(rate),
        new MemoryResult(List.of(level), 3_000.5, 1_800.25, 0.0),
        new CpuCost(14.5, 10_000));
  }

  static RunResult bare() {
    return new RunResult(
        RunResult.SCHEMA_VERSION,
        "breakpoint",
        "hubbub breakpoint",
        Instant.parse("2026-11-22T13:44:00Z"),
        0.5,
        "interrupted",
        1,
        "127.0.0.1:40123",
        Map.of(),
        SloLimits.DEFAULT,
        environment(null),
        List.of(
            new DimensionResult(
                "users",
                null,
                new Verdict(Verdict.Kind.INVALID, "interrupted before a load had held"),
                null,
                "0.1 messages a second and user",
                List.of(),
                List.of(),
                null)),
        null,
        null);
  }

  private static Environment environment(@org.jspecify.annotations.Nullable Integer somaxconn) {
    return new Environment(
        "AMD EPYC",
        2,
        24L << 30,
        "Linux 6.18",
        20_000,
        somaxconn,
        "32768-60999",
        "25.0.3",
        Map.of("server", List.of("-Xmx256m")),
        null,
        null,
        somaxconn == null ? null : new TlsUse("TLSv1.3", "TLS_AES_128_GCM_SHA256", "BoringSSL"),
        Map.of("netty", "4.2.18.Final"),
        null,
        "server on processor 0, generator on 1");
  }

  private static SloFailure failure() {
    return new SloFailure("p99 latency", "50 ms", "83 ms");
  }

  private static StepSeries series() {
    List<Double> seconds = List.of(0.5, 1.0);
    List<Double> figures = List.of(0.25, 0.5);
    return new StepSeries(
        new GeneratorSeries(
            seconds,
            figures,
            Arrays.asList(1.5, null),
            figures,
            figures,
            figures,
            figures,
            figures),
        new ServerSeries(seconds, Arrays.asList(null, 0.5), figures, figures));
  }

  private static StepResult step(String phase, List<SloFailure> failures) {
    Percentiles times = new Percentiles(100, 1.0, 2.0, 83.0, null, 90.5, "");
    return new StepResult(
        phase,
        24_000,
        500,
        24_000,
        23_999.5,
        5,
        new MessageCounts(1, 1, 1, 0, 0, 0, 0, 0),
        new ConnectionCounts(500, 0, 0, 0),
        0,
        3,
        times,
        times,
        new ProcessLoad(0.99, 0.98, 0.01, 41.0, 90L << 20, 600L, 20.0, 3.0),
        ProcessLoad.UNKNOWN,
        new ServerGauges(1L << 20, 256L << 20, 1L << 20, 0L, 0L, 20_000L),
        new TcpCounts(0L, 0L, 1L, 100_000L),
        failures,
        null,
        series());
  }
}
