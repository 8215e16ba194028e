package dev.hubbub.bots.breakpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.bots.search.SearchPlan;
import dev.hubbub.measure.result.SloLimits;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchConfigTest {
  @ParameterizedTest
  @CsvSource({"0.1, 0.1", "1, 1", "0.3333333333333333, 0.333", "1234, 1230"})
  void the_rate_that_is_held_constant_is_told_in_three_digits(double rate, String told) {
    StepTimes times =
        new StepTimes(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(6), Duration.ZERO);
    SearchPlan plan = new SearchPlan(100, 2, 0.05, null, 40);
    SearchConfig byUsers =
        new SearchConfig(
            Dimension.USERS,
            plan,
            500,
            rate,
            times,
            SloLimits.DEFAULT,
            Duration.ZERO,
            Duration.ofMinutes(1));

    assertThat(byUsers.fixed()).isEqualTo(told + " messages a second and user");
  }
}
