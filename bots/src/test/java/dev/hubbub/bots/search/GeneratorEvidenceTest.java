package dev.hubbub.bots.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.Steps.Measured;
import dev.hubbub.measure.result.ConnectionCounts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorEvidenceTest {
  @Test
  void a_sound_step_shows_none() {
    assertThat(GeneratorEvidence.of(Steps.grown(), Steps.sound())).isNull();
  }

  @Test
  void a_send_lag_of_over_10_ms_is_evidence() {
    assertThat(evidence(new Measured().sendLag(Steps.p99(10.0, 80)))).isNull();
    assertThat(evidence(new Measured().sendLag(Steps.p99(11.6, 80))))
        .isEqualTo("the generator: it sent late: p99 12 ms after the due time");
  }

  @Test
  void the_longest_send_lag_counts_where_the_sample_is_too_small_for_a_p99() {
    assertThat(evidence(new Measured().sendLag(Steps.p99(null, 30)))).contains("30 ms");
  }

  @Test
  void starved_processors_are_evidence() {
    assertThat(evidence(new Measured().cpuShare(0.94))).isNull();
    assertThat(evidence(new Measured().cpuShare(0.99))).contains("99 % busy");
  }

  @Test
  void a_generator_that_waits_for_processors_is_evidence() {
    assertThat(evidence(new Measured().cpuWaitShare(0.2))).isNull();
    assertThat(evidence(new Measured().cpuWaitShare(0.4)))
        .contains("waited 40 % of the time for a processor that others had");
  }

  @Test
  void a_garbage_collector_that_stops_it_for_over_a_hundredth_of_the_window_is_evidence() {
    assertThat(evidence(new Measured().gcMs(50))).isNull();
    assertThat(evidence(new Measured().gcMs(51))).contains("stopped it for 51 ms");
  }

  @Test
  void a_late_event_loop_is_evidence() {
    assertThat(evidence(new Measured().loopLagMsMax(50))).isNull();
    assertThat(evidence(new Measured().loopLagMsMax(70))).contains("up to 70 ms late");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.net.BindException: Cannot assign requested address",
        "java.io.IOException: Too many open files",
        "Address already in use",
        "No buffer space available"
      })
  void files_and_ports_used_up_are_evidence(String error) {
    ConnectionCounts counts = new ConnectionCounts(1_000, 10, 0, 0);

    assertThat(GeneratorEvidence.of(Steps.growth(counts, 990, error), Steps.sound()))
        .endsWith(error);
  }

  @Test
  void a_refusal_by_the_server_is_none() {
    ConnectionCounts counts = new ConnectionCounts(1_000, 10, 0, 0);

    assertThat(GeneratorEvidence.of(Steps.growth(counts, 990, "Connection refused"), Steps.sound()))
        .isNull();
  }

  private static @Nullable String evidence(Measured step) {
    return GeneratorEvidence.of(Steps.grown(), step.step());
  }
}
