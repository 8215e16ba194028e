package dev.hubbub.reports;

import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.ServerGauges;
import dev.hubbub.measure.result.ServerSeries;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.StepSeries;
import dev.hubbub.measure.result.TcpCounts;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Steps of a search, made up from a few figures. */
final class Steps {
  private static final double WINDOW_SECONDS = 5;

  private Steps() {}

  static StepResult held(String phase, double target, int users, double offered, double p99Ms) {
    return step(phase, target, users, offered, offered, p99Ms, List.of(), null);
  }

  static StepResult failed(
      String phase, double target, int users, double offered, double delivered, double p99Ms) {
    List<SloFailure> failures =
        List.of(new SloFailure("latency p99", "50 ms", Math.round(p99Ms) + " ms"));
    String limit = offered > 70_000 ? "send lag p99 14 ms" : null;
    return step(phase, target, users, offered, delivered, p99Ms, failures, limit);
  }

  static StepResult unknown(String phase, double target, int users, double offered) {
    Percentiles none = new Percentiles(0, null, null, null, null, null, "");
    return new StepResult(
        phase,
        target,
        users,
        offered,
        0,
        WINDOW_SECONDS,
        MessageCounts.NONE,
        ConnectionCounts.NONE,
        0,
        0,
        none,
        none,
        ProcessLoad.UNKNOWN,
        ProcessLoad.UNKNOWN,
        null,
        TcpCounts.UNKNOWN,
        List.of(),
        null,
        null);
  }

  /** The same with a series of so many intervals. */
  static StepResult withSeries(StepResult step, int intervals) {
    List<Double> seconds = IntStream.rangeClosed(1, intervals).mapToObj(i -> i / 2.0).toList();
    List<Double> ms = IntStream.rangeClosed(1, intervals).mapToObj(i -> 2 + 0.3 * (i % 7)).toList();
    List<Double> shares =
        IntStream.rangeClosed(1, intervals).mapToObj(i -> 0.6 + 0.01 * (i % 5)).toList();
    List<Double> none = Collections.nCopies(intervals, 0.0);
    GeneratorSeries generator = new GeneratorSeries(seconds, ms, ms, ms, ms, shares, ms, none);
    ServerSeries server = new ServerSeries(seconds, shares, ms, none);
    return new StepResult(
        step.phase(),
        step.target(),
        step.users(),
        step.offeredPerSecond(),
        step.deliveredPerSecond(),
        step.windowSeconds(),
        step.messages(),
        step.connections(),
        step.backlogStart(),
        step.backlogEnd(),
        step.latency(),
        step.sendLag(),
        step.server(),
        step.generator(),
        step.serverGauges(),
        step.tcp(),
        step.failures(),
        step.generatorLimit(),
        new StepSeries(generator, server));
  }

  static StepResult hostile(String text) {
    StepResult step = unknown(text, 8, 8, 8);
    return new StepResult(
        text,
        8,
        8,
        8,
        8,
        1,
        step.messages(),
        step.connections(),
        0,
        0,
        latency(100, 1.5),
        latency(100, 1.5),
        step.server(),
        step.generator(),
        null,
        TcpCounts.UNKNOWN,
        List.of(new SloFailure(text, text, text)),
        text,
        null);
  }

  private static StepResult step(
      String phase,
      double target,
      int users,
      double offered,
      double delivered,
      double p99Ms,
      List<SloFailure> failures,
      @Nullable String generatorLimit) {
    long count = Math.round(offered * WINDOW_SECONDS);
    long arrived = Math.round(delivered * WINDOW_SECONDS);
    double cpu = Math.min(0.992, delivered * 2.3e-5 + users * 4e-6);
    return new StepResult(
        phase,
        target,
        users,
        offered,
        delivered,
        phase.equals("confirm") ? 3 * WINDOW_SECONDS : WINDOW_SECONDS,
        new MessageCounts(count, count, arrived, 0, 0, 0, 0, 0),
        new ConnectionCounts(users, 0, 0, 0),
        0,
        count - arrived,
        latency(count, p99Ms),
        latency(count, 0.041),
        load(cpu, cpu * 1e6 / delivered, 180L << 20, users + 40L),
        load(cpu * 0.8, cpu * 0.8e6 / delivered, 300L << 20, users + 60L),
        new ServerGauges(90L << 20, 256L << 20, 4L << 20, 0L, 0L, 20_000L),
        new TcpCounts(0L, 0L, 0L, 4 * count),
        failures,
        generatorLimit,
        null);
  }

  private static ProcessLoad load(double cpu, double micros, long resident, long files) {
    return new ProcessLoad(cpu, cpu, 0.01, micros, resident, files, 5.0, 2.0);
  }

  // Too few values for p99.9 when there are fewer than ten thousand of them.
  private static Percentiles latency(long count, double p99Ms) {
    return new Percentiles(
        count,
        p99Ms / 5,
        p99Ms / 2,
        p99Ms,
        count < 1_000 ? null : p99Ms * 1.9,
        p99Ms * 3.1,
        histogram(p99Ms));
  }

  private static String histogram(double p99Ms) {
    LatencyRecorder recorder = new LatencyRecorder();
    for (int i = 1; i <= 1_000; i++) {
      recorder.record(Math.round(p99Ms * 1e6 / 5 / (1.001 - i / 1_000.0) / 20));
    }
    return recorder.encode();
  }
}
