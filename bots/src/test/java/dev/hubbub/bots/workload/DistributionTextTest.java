package dev.hubbub.bots.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTextTest {
  private static final int SAMPLES = 200_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "64",
        "uniform:32-512",
        "exponential:100",
        "lognormal:80,0.9",
        "histogram:64=80,512=15.5,4096=4.5"
      })
  void sizes_are_written_as_they_are_read(String text) {
    assertThat(Sizes.parse(text)).hasToString(text).isEqualTo(Sizes.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3s",
        "1.5ms",
        "250ms",
        "0s",
        "uniform:100ms-1s",
        "exponential:2m",
        "lognormal:6s,0.8",
        "histogram:1s=1,1h=2"
      })
  void times_are_written_as_they_are_read(String text) {
    assertThat(Times.parse(text)).hasToString(text).isEqualTo(Times.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "uniform:100-300, 100, 200, 300",
    "exponential:200, 24, 203, 60000",
    "lognormal:100;0.5, 24, 113.4, 60000",
    "histogram:50=3;150=1, 50, 75, 150"
  })
  void sizes_have_the_mean_that_their_text_says(String text, int least, double mean, int most) {
    Sizes sizes = Sizes.parse(text.replace(';', ','));
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      int size = sizes.next(random);
      assertThat(size).isBetween(least, most);
      sum += size;
    }

    // Those under 24 bytes are lifted to it: 3 bytes of the exponential's mean.
    assertThat(sum / SAMPLES).isCloseTo(mean, offset(mean / 50));
  }

  @ParameterizedTest
  @ValueSource(strings = {"uniform:1s-3s", "exponential:2s", "lognormal:2s,0.5", "2s"})
  void times_have_the_mean_that_they_tell(String text) {
    Times times = Times.parse(text);
    SplittableRandom random = new SplittableRandom(5);
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      sum += times.nextNs(random);
    }

    assertThat(sum / SAMPLES).isCloseTo(times.meanNs(), offset(times.meanNs() / 100));
  }

  @Test
  void half_of_a_lognormal_lies_under_its_median() {
    Times times = Times.parse("lognormal:6s,0.8");
    SplittableRandom random = new SplittableRandom(5);
    int under = 0;
    for (int i = 0; i < SAMPLES; i++) {
      under += times.nextNs(random) < 6e9 ? 1 : 0;
    }

    assertThat(under).isBetween(SAMPLES * 49 / 100, SAMPLES * 51 / 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          23                   | must be between 24 and 60000, got: 23
          60001                | must be between 24 and 60000, got: 60001
          uniform:20-90        | must be between 24 and 60000, got: 20
          uniform:90-30        | 'uniform:90-30' begins above its end
          uniform:90           | '90' does not have the form of uniform:LEAST-MOST
          lognormal:80         | '80' does not have the form of lognormal:MEDIAN,SIGMA
          lognormal:80,9       | 'lognormal:80,9' has a sigma over 3.0
          lognormal:0,1        | '0' must be over 0
          histogram:64=0       | 'histogram:64=0' has no weight over 0
          histogram:64         | '64' does not have the form of histogram:VALUE=WEIGHT,…
          many                 | 'many' is not a number
          -5                   | '-5' is not a number of at least 0
          NaN                  | 'NaN' is not a number of at least 0
          normal:5             | 'normal:5' is none of VALUE, uniform:LEAST-MOST
          """)
  void sizes_that_make_no_sense_say_why(String text, String reason) {
    assertThatThrownBy(() -> Sizes.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(reason);
  }

  @ParameterizedTest
  @CsvSource({"3, is not a time", "exponential:30h, is over a day", "uniform:1s-5, is not a time"})
  void times_that_make_no_sense_say_why(String text, String reason) {
    assertThatThrownBy(() -> Times.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }
}
