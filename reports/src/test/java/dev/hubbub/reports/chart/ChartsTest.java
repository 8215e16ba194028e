package dev.hubbub.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.DimensionResult;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.measure.result.MessageCounts;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.SloFailure;
import dev.hubbub.measure.result.SloLimits;
import dev.hubbub.measure.result.StepResult;
import dev.hubbub.measure.result.TcpCounts;
import dev.hubbub.measure.result.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartsTest {
  private static final List<SloFailure> FAILED =
      List.of(new SloFailure("latency p99", "50 ms", "80 ms"));

  @Test
  void stepsAreMarkedByWhatBecameOfThem() {
    assertThat(Mark.of(step("ramp", 1, 1.0, List.of()))).isEqualTo(Mark.HELD);
    assertThat(Mark.of(step("bisect", 1, 1.0, FAILED))).isEqualTo(Mark.FAILED);
    assertThat(Mark.of(step("confirm", 1, 1.0, List.of()))).isEqualTo(Mark.CONFIRMED);
    assertThat(Mark.of(step("confirm", 1, 1.0, FAILED))).isEqualTo(Mark.NOT_CONFIRMED);
  }

  @Test
  void theLineOfALatencyFollowsTheLoadAndLeavesConfirmationsOut() {
    Chart chart =
        LatencyChart.of(
                "c",
                search(
                    step("ramp", 100, 1.0, List.of()),
                    step("ramp", 400, 80.0, FAILED),
                    step("bisect", 200, 2.0, List.of()),
                    step("confirm", 200, 3.0, List.of())),
                SloLimits.DEFAULT)
            .orElseThrow();
    Series p99 = chart.series().get(2);
    assertThat(p99.line()).extracting(Series.Corner::x).containsExactly(100.0, 200.0, 400.0);
    assertThat(p99.points())
        .extracting(Series.Point::words)
        .containsExactly(
            "100 users: p99 1 ms, held",
            "200 users: p99 2 ms, held",
            "200 users: p99 3 ms, confirmed",
            "400 users: p99 80 ms, failed");
  }

  @Test
  void anUnknownPercentileIsLeftOutAndNotDrawnAtZero() {
    DimensionResult unknown = search(step("ramp", 100, null, List.of()));
    assertThat(LatencyChart.of("c", unknown, SloLimits.DEFAULT)).isEmpty();
  }

  @Test
  void aSearchWithoutStepsHasNoChart() {
    assertThat(LatencyChart.of("c", search(), SloLimits.DEFAULT)).isEmpty();
    assertThat(DeliveryChart.of("c", search())).isEmpty();
    assertThat(MemoryChart.of("c", new MemoryResult(List.of(), null, null, null))).isEmpty();
  }

  @Test
  void theFittedLineOfMemoryGoesThroughTheMeanWithTheSlope() {
    MemoryResult memory =
        new MemoryResult(
            List.of(
                new MemoryLevel(0, 1_000L, null, null, 0, null),
                new MemoryLevel(10, 2_100L, null, null, 0, null),
                new MemoryLevel(20, 2_900L, null, null, 0, null)),
            95.0,
            null,
            null);
    Series resident = MemoryChart.of("c", memory).orElseThrow().series().getFirst();
    assertThat(resident.line())
        .containsExactly(new Series.Corner(0, 1_050), new Series.Corner(20, 2_950));
  }

  @Test
  void aChartSaysWhatItShowsToWhoCanNotSeeIt() {
    Chart chart =
        LatencyChart.of(
                "c",
                search(step("ramp", 100, 1.0, List.of()), step("ramp", 400, 80.0, FAILED)),
                SloLimits.DEFAULT)
            .orElseThrow();
    assertThat(chart.svg().code())
        .startsWith("<svg ")
        .contains("role=\"img\" aria-labelledby=\"c-title c-desc\"")
        .contains("p99: 1 ms at 100 users, 80 ms at 400 users.")
        .contains("The SLO allows a p99 of 50 ms.");
  }

  private static DimensionResult search(StepResult... steps) {
    return new DimensionResult(
        "users",
        null,
        new Verdict(Verdict.Kind.INVALID, "a test"),
        null,
        "0.1 messages a second and user",
        List.of(steps),
        List.of(),
        null);
  }

  private static StepResult step(
      String phase, double target, @Nullable Double p99Ms, List<SloFailure> failures) {
    Percentiles latency = new Percentiles(1, null, null, p99Ms, null, null, "");
    return new StepResult(
        phase,
        target,
        1,
        10,
        10,
        1,
        MessageCounts.NONE,
        ConnectionCounts.NONE,
        0,
        0,
        latency,
        latency,
        ProcessLoad.UNKNOWN,
        ProcessLoad.UNKNOWN,
        null,
        TcpCounts.UNKNOWN,
        failures,
        null,
        null);
  }
}
