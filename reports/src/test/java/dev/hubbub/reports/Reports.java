package dev.hubbub.reports;

import dev.hubbub.measure.result.CompareResult;
import dev.hubbub.measure.result.CompareStep;
import dev.hubbub.measure.result.ContainerSize;
import dev.hubbub.measure.result.ContainerSizes;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.HeldRate;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.RegistrationRound;
import dev.hubbub.measure.result.RunResult;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.Verdict;
import dev.hubbub.reports.history.Difference;
import dev.hubbub.reports.history.History;
import dev.hubbub.reports.history.Metric;
import dev.hubbub.reports.history.Trend;
import dev.hubbub.reports.model.Findings;
import dev.hubbub.reports.model.GatlingRun;
import dev.hubbub.reports.model.JmhBenchmark;
import dev.hubbub.reports.model.Report;
import dev.hubbub.reports.model.SwarmRun;
import dev.hubbub.reports.usl.UslResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports of more than one result. The figures are made up. */
final class Reports {
  private static final Instant START = Instant.parse("2026-03-01T12:34:56Z");

  private Reports() {}

  /** One result of every kind. */
  static Report everything() {
    return Report.of(Runs.full()).plus(others("echo", "ChatBenchmark.direct", "LoadSimulation"));
  }

  /** Results whose every name is hostile. */
  static Report hostile() {
    return others(Runs.HOSTILE, Runs.HOSTILE, Runs.HOSTILE);
  }

  static Findings findings() {
    List<Trend.Point> points =
        IntStream.range(0, 12)
            .mapToObj(i ->
                new Trend.Point(
                    "run-" + i,
                    START.plus(Duration.ofDays(i)),
                    "bb2de1f",
                    i < 7 ? 44_000 + 300 * (i % 3) : 41_000 + 250 * (i % 2),
                    Verdict.Kind.VALID))
            .toList();
    Trend trend =
        new Trend(
            Metric.RATE,
            points,
            List.of(new Trend.ChangePoint(7, points.get(7), 44_300, 41_100, 0.002, true)),
            new Difference(Difference.Kind.NONE, 0.003, null, "no change beyond noise"));
    History history =
        new History(
            14,
            12,
            List.of(new History.LeftOut("other processor", 2)),
            List.of(trend),
            "no change beyond noise");
    UslResult law =
        new UslResult.Fitted(
            5_000,
            5_010,
            0.012,
            0.0004,
            250_000.0,
            52_800.0,
            0.021,
            List.of(
                new UslResult.Level(5_000, 5_000, 5_010),
                new UslResult.Level(10_000, 10_000, 9_960),
                new UslResult.Level(20_000, 20_000, 19_700)),
            "By the law the throughput would peak at 52,800 messages/s.");
    return new Findings(history, law);
  }

  /** A run of so many steps, each with a series; that of the confirmation is as long. */
  static RunResult large(int count) {
    RunResult full = Runs.full();
    List<StepResult> steps = new ArrayList<>();
    for (int i = 1; i < count; i++) {
      steps.add(Steps.withSeries(Steps.held("ramp", 10 * i, 1_000, 10 * i, 1 + i / 1e3), 20));
    }
    steps.add(Steps.withSeries(Steps.held("confirm", 10 * count, 1_000, 10 * count, 12), count));
    DimensionResult rate = full.dimensions().getLast();
    DimensionResult large =
        new DimensionResult(
            rate.dimension(),
            10.0 * count,
            rate.verdict(),
            null,
            rate.fixed(),
            steps,
            List.of(),
            null);
    return new RunResult(
        full.schemaVersion(),
        full.kind(),
        full.command(),
        full.startedAt(),
        full.elapsedSeconds(),
        null,
        full.seed(),
        full.server(),
        full.options(),
        full.slo(),
        full.environment(),
        List.of(large),
        full.memory(),
        full.cost());
  }

  private static RegistrationRound registrations(
      int round, double perSecond, @Nullable String limit) {
    return new RegistrationRound(
        round, 1_000, 2, "full", 1_000 / perSecond, perSecond, 40.0, 0.9, 0.5, limit);
  }

  private static Report others(String peer, String benchmark, String simulation) {
    RunResult run = Runs.full();
    DimensionResult users = run.dimensions().getFirst();
    DimensionResult rate = run.dimensions().getLast();
    StepResult step = rate.steps().getFirst();
    CompareResult comparison =
        new CompareResult(
            CompareResult.SCHEMA_VERSION,
            "./hubbub compare --with " + peer,
            START,
            61,
            null,
            1,
            Map.of(),
            run.slo(),
            0.25,
            run.environment(),
            List.of(
                new ContenderResult(
                    "server",
                    "127.0.0.1:1",
                    1L,
                    List.of(new CompareStep(1, 5_000, step)),
                    List.of(new HeldRate(1, rate)),
                    List.of(registrations(1, 5_000, null), registrations(2, 4_000, null)),
                    run.memory()),
                new ContenderResult(
                    peer,
                    "127.0.0.1:2",
                    null,
                    List.of(new CompareStep(1, 5_000, step)),
                    List.of(),
                    List.of(
                        registrations(1, 6_000, "the generator: its processors were 97 % busy")),
                    null)),
            List.of(
                new Ratio("cpu", 5_000, peer, 1.31, 1.22, 1.4, 3),
                new Ratio("p99", 5_000, peer, 1.02, 0.9, 1.3, 3)));
    SwarmRun swarm =
        new SwarmRun(
            START,
            null,
            "127.0.0.1:65432",
            1,
            run.environment(),
            50,
            10,
            List.of(new SwarmRun.Action("DIRECT", step.messages(), step.latency())),
            List.of());
    ContainerSizes sizes =
        new ContainerSizes(
            ContainerSizes.SCHEMA_VERSION,
            START,
            61.5,
            1,
            "hubbub:edge",
            "sha256:0123",
            "Docker 28",
            10_000,
            20_000L,
            run.slo(),
            run.environment(),
            List.of(
                new ContainerSize(0.5, 256, "not pinned", users, rate, 180L << 20, false),
                new ContainerSize(0.25, 128, "not pinned", users, rate, null, true)));
    JmhBenchmark jmh =
        new JmhBenchmark(
            "dev.hubbub.benchmarks." + benchmark,
            "avgt",
            new TreeMap<>(Map.of("size", "64")),
            2,
            1,
            812.4,
            11.9,
            "ns/op",
            96.0);
    GatlingRun gatling =
        new GatlingRun(
            simulation,
            "./mvnw gatling:test",
            List.of(
                new GatlingRun.Requests("all", 1_000, 0, 99.6, 1.4, 1.0, 3.0, 6.0, 31.0),
                new GatlingRun.Requests(simulation, 500, 2, 49.8, null, null, null, null, null)),
            List.of(
                new GatlingRun.Assertion(simulation + ": fails", false),
                new GatlingRun.Assertion("all succeed", true)));
    return new Report(
        Report.SCHEMA_VERSION,
        List.of(),
        List.of(comparison),
        List.of(swarm),
        List.of(sizes),
        List.of(jmh),
        List.of(gatling));
  }
}
