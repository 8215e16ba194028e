package dev.hubbub.bots.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.Growth;
import dev.hubbub.measure.GrowPace;
import dev.hubbub.measure.result.ConnectionCounts;
import dev.hubbub.measure.result.ContenderResult;
import dev.hubbub.measure.result.Percentiles;
import dev.hubbub.measure.result.ProcessLoad;
import dev.hubbub.measure.result.Ratio;
import dev.hubbub.measure.result.RegistrationRound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegistrationsTest {
  private static final ProcessLoad SERVER =
      new ProcessLoad(0.9, null, null, 40.0, null, null, null, null);

  @Test
  void a_round_is_what_was_taken_in_over_the_time_that_it_took() {
    RegistrationRound round = round(1, 0.5, 0.4, null);

    assertThat(round)
        .isEqualTo(new RegistrationRound(1, 90, 10, "full", 0.5, 180, 40.0, 0.9, 0.4, null));
    assertThat(CompareText.of(round))
        .isEqualTo("180/s (0.50 s), 40.0 µs of CPU each, failed 10 (full)");
  }

  @Test
  void nobody_taken_in_is_no_pace() {
    assertThat(round(1, 0, 0, null).perSecond()).isZero();
  }

  @Test
  void a_generator_at_its_limit_is_named_and_its_pace_a_lower_bound() {
    ContenderResult server =
        Comparisons.withRegistrations("server", round(1, 0.5, 0.97, null), round(2, 0.25, 1, null));

    assertThat(server.registrations().getFirst().limit())
        .isEqualTo("the generator: its processors were 97 % busy");
    assertThat(Registrations.perSecond(server)).isEmpty();
    assertThat(Registrations.paceText(server)).isEqualTo("at least 270");
    assertThat(Registrations.cpuMicros(server)).containsOnlyKeys(1, 2);
  }

  @Test
  void others_on_the_processors_of_the_server_are_a_limit_too() {
    assertThat(round(1, 0.5, 0.97, "the machine: busy").limit())
        .isEqualTo("the generator: its processors were 97 % busy; the machine: busy");
    assertThat(round(1, 0.5, 0.5, "the machine: busy").limit()).isEqualTo("the machine: busy");
  }

  @Test
  void ratios_are_of_rounds_in_which_both_set_the_pace_and_of_the_cost_in_all() {
    List<Ratio> ratios =
        Ratios.of(
            List.of(
                Comparisons.withRegistrations(
                    "server", round(1, 0.25, 0.5, null), round(2, 0.25, 0.5, null)),
                Comparisons.withRegistrations(
                    "irc", round(1, 0.5, 0.5, null), round(2, 0.5, 0.99, null))),
            List.of());

    assertThat(ratios)
        .containsExactly(
            new Ratio("registered", null, "irc", 2, 2, 2, 1),
            new Ratio("registration", null, "irc", 1, 1, 1, 2));
  }

  @Test
  void failures_are_counted_over_all_rounds() {
    assertThat(
            Registrations.failedText(
                Comparisons.withRegistrations(
                    "server", round(1, 1, 0.5, null), round(2, 1, 0.5, null))))
        .isEqualTo("20 of 200");
  }

  private static RegistrationRound round(
      int number, double seconds, double generatorCpuShare, @Nullable String machineLimit) {
    Growth growth =
        new Growth(
            new ConnectionCounts(100, 10, 10, 0),
            90,
            2,
            new Percentiles(90, 1.0, 2.0, 3.0, null, 4.0, ""),
            "full",
            new GrowPace(seconds, generatorCpuShare, 0));
    return Registrations.round(number, growth, SERVER, machineLimit);
  }
}
