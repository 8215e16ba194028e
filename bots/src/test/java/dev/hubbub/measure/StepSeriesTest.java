package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.StepSeries;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepSeriesTest {
  @ParameterizedTest
  @CsvSource({"PT0.4S, PT0.1S", "PT2S, PT0.5S", "PT20S, PT0.5S", "PT5M, PT0.5S", "PT1H, PT6S"})
  void a_window_has_at_least_four_intervals_and_never_more_than_six_hundred(
      Duration window, Duration interval) {
    assertThat(StepSeries.interval(window)).isEqualTo(interval);
  }
}
