package dev.hubbub.bots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.chaos.ChaosCount;
import dev.hubbub.bots.engine.ActionOutcome;
import dev.hubbub.bots.engine.GrowOutcome;
import dev.hubbub.bots.engine.IntervalSample;
import dev.hubbub.bots.engine.RunOutcome;
import dev.hubbub.bots.workload.Abuse;
import dev.hubbub.bots.workload.Action;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.LatencyRecorder;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.GeneratorSeries;
import dev.hubbub.measure.result.MessageCounts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static final RunOutcome LEFT =
      new RunOutcome(
          10,
          9,
          List.of(new ActionOutcome(Action.DIRECT, counts(100, 1), latency(1, 602))),
          latency(1, 600),
          2.0,
          90,
          1,
          List.of(1L, 2L, 3L),
          new RunOutcome.Usage(0.5, 2.0, 0.2, 3.0, 7.0),
          50,
          List.of(
              new IntervalSample(0.5, 0.5, 50, 1.0, 2.0, 3.0, 0.4, 1.0, 0),
              new IntervalSample(1.0, 0.5, 40, null, null, 5.0, 0.5, 3.0, 7)),
          Map.of("odd things", 2L),
          List.of(new ChaosCount(Abuse.GLUED, 5, 4, 1, 0, List.of("glued: why"))));
  private static final RunOutcome RIGHT =
      new RunOutcome(
          30,
          30,
          List.of(
              new ActionOutcome(Action.DIRECT, counts(200, 2), latency(2, 600)),
              new ActionOutcome(Action.TIME, counts(5, 0), latency(9, 1))),
          latency(2, 600),
          2.0,
          180,
          0,
          List.of(10L, 20L, 30L),
          new RunOutcome.Usage(0.7, 4.0, 0.1, 1.0, 9.0),
          40,
          List.of(new IntervalSample(0.6, 0.6, 60, 1.5, null, 2.5, 0.7, 0.5, 9)),
          Map.of("odd things", 1L, "other things", 1L),
          List.of(
              new ChaosCount(Abuse.GLUED, 1, 1, 0, 2, List.of()),
              new ChaosCount(Abuse.FRAGMENTS, 1, 1, 0, 0, List.of())));

  @Test
  void the_series_of_several_workers_shows_the_slowest_and_what_all_delivered() {
    GeneratorSeries series = new Outcomes(List.of(LEFT, RIGHT)).step().series();

    assertThat(series.seconds()).containsExactly(0.6);
    assertThat(series.deliveredPerSecond()).containsExactly(200.0);
    assertThat(series.latencyP50Ms()).containsExactly(1.5);
    assertThat(series.latencyP99Ms()).containsExactly(2.0);
    assertThat(series.latencyMsMax()).containsExactly(3.0);
    assertThat(series.cpuShare()).containsExactly(0.7);
    assertThat(series.loopLagMsMax()).containsExactly(1.0);
    assertThat(series.gcMs()).containsExactly(9.0);
  }

  @Test
  void a_figure_that_no_worker_knows_is_missing_in_the_series() {
    GeneratorSeries series = new Outcomes(List.of(LEFT)).step().series();

    assertThat(series.latencyP99Ms()).containsExactly(2.0, null);
  }

  @Test
  void what_chaos_bots_did_is_the_sum_of_the_workers() {
    assertThat(new Outcomes(List.of(LEFT, RIGHT)).swarm().chaos())
        .containsExactly(
            new ChaosCount(Abuse.FRAGMENTS, 1, 1, 0, 0, List.of()),
            new ChaosCount(Abuse.GLUED, 6, 5, 1, 2, List.of("glued: why")));
  }

  @Test
  void a_step_is_the_sum_of_the_workers_or_the_worst_of_them() {
    StepMeasurement step = new Outcomes(List.of(LEFT, RIGHT)).step();

    assertThat(step.users()).isEqualTo(40);
    assertThat(step.messages()).isEqualTo(counts(305, 3));
    assertThat(step.dropped()).isOne();
    assertThat(step.backlogStart()).isEqualTo(11);
    assertThat(step.backlogEnd()).isEqualTo(33);
    assertThat(step.backlogGrowing()).isTrue();
    assertThat(step.latency().count()).isEqualTo(1_203);
    assertThat(step.sendLag().count()).isEqualTo(1_200);
    assertThat(step.deliveredPerSecond()).isEqualTo(135);
    assertThat(step.generatorCpuShare()).isEqualTo(0.7);
    assertThat(step.generatorCpuMicrosPerMessage())
        .as("6 ms for 270 messages")
        .isEqualTo(6_000.0 / 270);
    assertThat(step.generatorCpuWaitShare()).isEqualTo(0.2);
    assertThat(step.loopLagMsMax()).isEqualTo(3);
    assertThat(step.gcMs()).isEqualTo(9);
    assertThat(step.openFiles()).isEqualTo(50);
    assertThat(step.anomalies()).containsExactly("3 odd things", "1 other things");
  }

  @Test
  void percentiles_are_those_of_all_values_and_no_mean_of_percentiles() {
    StepMeasurement step = new Outcomes(List.of(LEFT, RIGHT)).step();

    assertThat(step.latency().p50Ms()).isBetween(0.99, 1.01);
    assertThat(step.latency().p90Ms()).isBetween(1.99, 2.01);
  }

  @Test
  void a_swarm_has_a_result_for_each_action_that_occurred() {
    SwarmMeasurement swarm = new Outcomes(List.of(LEFT, RIGHT)).swarm();

    assertThat(swarm.actions())
        .extracting(SwarmMeasurement.ActionResult::action)
        .containsExactly(Action.DIRECT, Action.TIME);
    assertThat(swarm.actions().getFirst().counts()).isEqualTo(counts(300, 3));
  }

  @Test
  void a_growth_is_the_sum_of_the_workers_with_the_first_error_of_any() {
    Growth growth =
        Outcomes.growth(
            List.of(
                new GrowOutcome(
                    new ConnectionCounts(5, 0, 0, 1),
                    5,
                    latency(1, 5),
                    null,
                    new GrowPace(1, 0.9, 0)),
                new GrowOutcome(
                    new ConnectionCounts(7, 2, 1, 0),
                    5,
                    latency(2, 5),
                    "full",
                    new GrowPace(2, 0.5, 0.1))),
            10,
            1.5);

    assertThat(growth.counts()).isEqualTo(new ConnectionCounts(12, 2, 1, 1));
    assertThat(growth.users()).isEqualTo(10);
    assertThat(growth.registration().count()).isEqualTo(10);
    assertThat(growth.firstError()).isEqualTo("full");
    assertThat(growth.pace()).isEqualTo(new GrowPace(2, 0.9, 0.1));
  }

  private static MessageCounts counts(long offered, long lost) {
    return new MessageCounts(offered, offered, offered - lost, 0, lost, 0, 0, 0);
  }

  private static String latency(int ms, int count) {
    LatencyRecorder recorder = new LatencyRecorder();
    for (int i = 0; i < count; i++) {
      recorder.record(ms * 1_000_000L);
    }
    return recorder.encode();
  }
}
