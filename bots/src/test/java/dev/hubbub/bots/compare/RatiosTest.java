package dev.hubbub.bots.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.Verdict.Kind;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RatiosTest {
  private static final List<Integer> RATES = List.of(1_000);

  @Test
  void a_ratio_is_of_two_figures_of_one_round() {
    // The machine was three times as slow in the second round, for both.
    Ratio cpu =
        ratio(
            "cpu",
            Comparisons.withCpu("server", 10, 33, 12),
            Comparisons.withCpu("echo", 10, 30, 10));

    assertThat(cpu.median()).isCloseTo(1.1, within(1e-9));
    assertThat(cpu.min()).isCloseTo(1.0, within(1e-9));
    assertThat(cpu.max()).isCloseTo(1.2, within(1e-9));
    assertThat(cpu.rounds()).isEqualTo(3);
    assertThat(cpu.rate()).isEqualTo(1_000);
    assertThat(cpu.against()).isEqualTo("echo");
  }

  @Test
  void a_round_that_one_of_the_two_lacks_has_no_ratio() {
    assertThat(
            ratio("cpu", Comparisons.withCpu("server", 10, 20), Comparisons.withCpu("irc", 20))
                .rounds())
        .isOne();
  }

  @Test
  void a_late_generator_says_nothing_of_latency_but_of_cost() {
    ContenderResult server =
        Comparisons.with("server", Comparisons.step(10, Comparisons.LATE, true));
    List<Ratio> ratios = Ratios.of(List.of(server, Comparisons.withCpu("echo", 20)), RATES);

    assertThat(ratios).extracting(Ratio::metric).containsExactly("cpu");
    assertThat(ratios.getFirst().median()).isEqualTo(0.5);
  }

  @Test
  void held_rates_are_compared_where_both_were_the_limit_themselves() {
    ContenderResult server = Comparisons.withHeld("server", 3_000.0, Kind.VALID);

    assertThat(ratio("held", server, Comparisons.withHeld("irc", 2_000.0, Kind.VALID)).median())
        .isEqualTo(1.5);
    assertThat(
            Ratios.of(List.of(server, Comparisons.withHeld("irc", 2_000.0, Kind.AT_LEAST)), RATES))
        .isEmpty();
  }

  @Test
  void memory_is_a_slope_and_its_spread_what_one_level_can_do_to_it() {
    ContenderResult server =
        Comparisons.withResident("server", 5_000_000, 8_000_000, 11_000_000, 14_000_000);
    ContenderResult peer =
        Comparisons.withResident("nats", 10_000_000, 16_000_000, 22_000_000, 29_000_000);
    Figure own = Objects.requireNonNull(Ratios.bytesPerUser(server, MemoryLevel::residentBytes));
    Ratio ratio = ratio("resident", server, peer);

    assertThat(own.median()).isCloseTo(3_000, within(1e-6));
    assertThat(own.max() - own.min()).isCloseTo(0, within(1e-6));
    assertThat(ratio.min()).isLessThan(ratio.median());
    assertThat(ratio.median()).isCloseTo(3_000 / 6_300.0, within(1e-9));
    assertThat(ratio.max()).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void memory_that_does_not_grow_is_nothing_to_divide_by() {
    assertThat(
            Ratios.of(
                List.of(
                    Comparisons.withResident("server", 5_000_000, 8_000_000),
                    Comparisons.withResident("echo", 5_000_000, 5_000_000)),
                RATES))
        .isEmpty();
  }

  private static Ratio ratio(String metric, ContenderResult server, ContenderResult peer) {
    return Ratios.of(List.of(server, peer), RATES).stream()
        .filter(ratio -> ratio.metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }
}
