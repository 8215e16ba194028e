package dev.hubbub.bots.breakpoint;

import dev.hubbub.bots.search.Observation;
import dev.hubbub.bots.search.Observation.Outcome;
import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.bots.search.StepOutcome;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import java.time.Duration;
import java.util.List;

/** Values for the tests of this package. */
final class Samples {
  private Samples() {}

  static SearchConfig config(Duration budget) {
    StepTimes times =
        new StepTimes(
            Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ZERO);
    SearchPlan plan = new SearchPlan(100, 2, 0.05, null, 40);
    return new SearchConfig(
        Dimension.RATE, plan, 500, 0.1, times, SloLimits.DEFAULT, Duration.ZERO, budget);
  }

  static StepOutcome outcome(String phase, long load, boolean held) {
    Percentiles times = new Percentiles(1_000, 1.5, 3.0, held ? 9.5 : 83.0, null, 120.0, "");
    StepResult result =
        new StepResult(
            phase,
            load,
            500,
            load,
            load,
            2,
            new MessageCounts(9, 9, 9, 0, 0, 0, 0, 0),
            ConnectionCounts.NONE,
            0,
            0,
            times,
            times,
            new ProcessLoad(0.99, 0.97, 0.01, 40.0, 1L, 1L, null, null),
            ProcessLoad.UNKNOWN,
            null,
            TcpCounts.UNKNOWN,
            held ? List.of() : List.of(new SloFailure("p99 latency", "50 ms", "83 ms")),
            null,
            null);
    Outcome outcome = held ? Outcome.HELD : Outcome.FAILED;
    return new StepOutcome(result, new Observation(load, outcome, null));
  }
}
