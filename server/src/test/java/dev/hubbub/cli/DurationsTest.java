package dev.hubbub.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
  private final Durations durations = new Durations();

  @ParameterizedTest
  @CsvSource({
    "500us, PT0.0005S",
    "500ms, PT0.5S",
    "0ms, PT0S",
    "10s, PT10S",
    "1.5s, PT1.5S",
    "2m, PT2M",
    "0.5h, PT30M",
    "90m, PT90M",
    "0.25ms, PT0.00025S",
    "007s, PT7S"
  })
  void a_time_is_a_number_with_a_unit(String text, Duration time) {
    assertThat(durations.convert(text)).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "s",
        "5 s",
        " 5s",
        "-1s",
        "+1s",
        "1,5s",
        ".5s",
        "5.s",
        "5d",
        "5S",
        "1e3s",
        "PT5S",
        "1234567890s"
      })
  void anything_else_is_refused_with_the_text(String text) {
    assertThatThrownBy(() -> durations.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'")
        .hasMessageContaining("10s");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.001S, 1ms",
    "PT1.5S, 1500ms",
    "PT10S, 10s",
    "PT1M, 1m",
    "PT90S, 90s",
    "PT2H, 2h",
    "PT61M, 61m",
    "PT0.0005S, 500us",
    "PT0.0000001S, 0s"
  })
  void a_time_is_written_shortly_and_reads_back(Duration time, String text) {
    assertThat(Durations.format(time)).isEqualTo(text);
    assertThat(durations.convert(text)).isEqualTo(time.truncatedTo(ChronoUnit.MICROS));
  }
}
