package dev.hubbub.bots.search;

import dev.hubbub.bots.Growth;
import dev.hubbub.bots.StepMeasurement;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measured values for tests: a sound step of 1,000 users, and what differs from it. */
final class Steps {
  static final int USERS = 1_000;
  static final MessageCounts ALL_DELIVERED =
      new MessageCounts(10_000, 10_000, 10_000, 0, 0, 0, 0, 0);

  private Steps() {}

  static Percentiles p99(@Nullable Double p99Ms, double maxMs) {
    return new Percentiles(10_000, 1.0, 2.0, p99Ms, null, maxMs, "");
  }

  static Growth grown() {
    return growth(new ConnectionCounts(USERS, 0, 0, 0), USERS, null);
  }

  static Growth growth(ConnectionCounts counts, int users, @Nullable String firstError) {
    return new Growth(counts, users, 1, p99(5.0, 9), firstError, GrowPace.NONE);
  }

  static StepMeasurement sound() {
    return new Measured().step();
  }

  /** A measured step in the making. */
  static final class Measured {
    private MessageCounts messages = ALL_DELIVERED;
    private long dropped;
    private boolean backlogGrowing;
    private Percentiles latency = p99(4.0, 20);
    private Percentiles sendLag = p99(0.5, 3);
    private double cpuShare = 0.4;
    private double cpuWaitShare = 0.02;
    private double loopLagMsMax = 5;
    private double gcMs;

    Measured messages(MessageCounts value) {
      messages = value;
      return this;
    }

    Measured dropped(long value) {
      dropped = value;
      return this;
    }

    Measured backlogGrowing() {
      backlogGrowing = true;
      return this;
    }

    Measured latency(Percentiles value) {
      latency = value;
      return this;
    }

    Measured sendLag(Percentiles value) {
      sendLag = value;
      return this;
    }

    Measured cpuShare(double value) {
      cpuShare = value;
      return this;
    }

    Measured cpuWaitShare(double value) {
      cpuWaitShare = value;
      return this;
    }

    Measured gcMs(double value) {
      gcMs = value;
      return this;
    }

    Measured loopLagMsMax(double value) {
      loopLagMsMax = value;
      return this;
    }

    StepMeasurement step() {
      return new StepMeasurement(
          USERS,
          messages,
          dropped,
          3,
          900,
          backlogGrowing,
          latency,
          sendLag,
          5,
          2_000,
          cpuShare,
          12.5,
          cpuWaitShare,
          loopLagMsMax,
          gcMs,
          1_050,
          new GeneratorSeries(
              List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
              List.of()),
          List.of());
    }
  }

  static StepOutcome outcome(
      long load, Outcome outcome, ProcessLoad server, @Nullable String generatorLimit) {
    List<SloFailure> failures =
        outcome == Outcome.HELD
            ? List.of()
            : List.of(new SloFailure("p99 latency", "50 ms", "83 ms"));
    StepResult result =
        new StepResult(
            "ramp",
            load,
            USERS,
            load,
            load,
            5,
            ALL_DELIVERED,
            ConnectionCounts.NONE,
            0,
            0,
            p99(4.0, 20),
            p99(0.5, 3),
            server,
            new ProcessLoad(0.6, null, 0.01, null, null, 1_050L, 2.5, 4.0),
            null,
            TcpCounts.UNKNOWN,
            failures,
            generatorLimit,
            null);
    return new StepOutcome(result, new Observation(load, outcome, null));
  }
}
