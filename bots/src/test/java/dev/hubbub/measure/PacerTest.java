package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacerTest {
  @ParameterizedTest
  @CsvSource({
    "1,        0,          0",
    "1,        1,          1_000_000_000",
    "0.1,      3,          30_000_000_000",
    "3,        1,          333_333_333",
    "3,        2,          666_666_667",
    "3,        3,          1_000_000_000",
    "50_000,   1,          20_000",
    "50_000,   180_000_000, 3_600_000_000_000",
    "7,        7_000_000_000, 1_000_000_000_000_000_000",
  })
  void every_message_is_due_at_its_place(String rate, String message, String dueNs) {
    Pacer pacer = new Pacer(Double.parseDouble(rate.replace("_", "")));

    assertThat(pacer.dueNs(number(message))).isEqualTo(number(dueNs));
  }

  @ParameterizedTest
  @CsvSource({
    "10,     0,             0",
    "10,     -5,            0",
    "10,     1,             1",
    "10,     100_000_000,   1",
    "10,     100_000_001,   2",
    "10,     1_000_000_000, 10",
    "3,      333_333_333,   1",
    "3,      333_333_334,   2",
    "50_000, 1_000_000_000, 50_000",
    "0.1,    9_999_999_999, 1",
  })
  void as_many_are_due_before_a_moment_as_have_their_place_before_it(
      String rate, String elapsedNs, String messages) {
    Pacer pacer = new Pacer(Double.parseDouble(rate.replace("_", "")));

    assertThat(pacer.dueBefore(number(elapsedNs))).isEqualTo(number(messages));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 1, 7.7, 333.3, 12_345.678, 999_983})
  void both_directions_agree_at_every_message(double rate) {
    Pacer pacer = new Pacer(rate);

    for (long message = 0; message < 20_000; message += 7) {
      long dueNs = pacer.dueNs(message);
      assertThat(pacer.dueBefore(dueNs)).isEqualTo(message);
      assertThat(pacer.dueBefore(dueNs + 1)).isEqualTo(message + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void a_rate_must_be_positive(double rate) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Pacer(rate))
        .withMessage("'messagesPerSecond' must be positive, got: " + rate);
  }

  @Test
  void an_hour_at_an_odd_rate_ends_where_it_should() {
    assertThat(new Pacer(29_999.7).dueBefore(3_600_000_000_000L)).isEqualTo(107_998_920);
  }

  private static long number(String text) {
    return Long.parseLong(text.replace("_", ""));
  }
}
