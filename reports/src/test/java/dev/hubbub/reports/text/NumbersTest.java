package dev.hubbub.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0",
        "0.1 | 0.1",
        "0.04567 | 0.0457",
        "9.996 | 10",
        "12.34 | 12.3",
        "99.96 | 100",
        "123.4 | 123",
        "19904 | 19,904",
        "41250.5 | 41,251",
        "1234567 | 1,234,567",
        "-3.14159 | -3.14"
      })
  void aDecimalHasThreeSignificantDigits(double value, String words) {
    assertThat(Numbers.decimal(value)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "0.045, 45 µs",
    "0.1, 0.1 ms",
    "12.34, 12.3 ms",
    "999, 999 ms",
    "1234, 1.23 s"
  })
  void millisecondsTakeTheUnitThatReadsBest(double ms, String words) {
    assertThat(Numbers.millis(ms)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 bytes",
        "812 | 812 bytes",
        "3174 | 3.1 KB",
        "90112 | 88 KB",
        "131072 | 128 KB",
        "8323072000 | 7.8 GB",
        "-2048 | -2 KB"
      })
  void bytesTakeTheUnitThatReadsBest(double bytes, String words) {
    assertThat(Numbers.bytes(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0.4, 0.4 s", "59.96, 60 s", "83.4, 1 min 23 s", "3725, 1 h 2 min"})
  void aDurationReadsAsAClockWouldSayIt(double seconds, String words) {
    assertThat(Numbers.duration(seconds)).isEqualTo(words);
  }

  @Test
  void aShareIsAPercentage() {
    assertThat(Numbers.percent(0.834)).isEqualTo("83.4 %");
    assertThat(Numbers.percent(0.0052)).isEqualTo("0.5 %");
    assertThat(Numbers.percent(1.0)).isEqualTo("100 %");
  }

  @Test
  void aLimitKeepsAllItsDigits() {
    assertThat(Numbers.exactPercent(0.9995)).isEqualTo("99.95 %");
    assertThat(Numbers.exactPercent(0.001)).isEqualTo("0.1 %");
  }

  @Test
  void whatIsNotKnownIsNeverZero() {
    assertThat(Numbers.decimal(null)).isEqualTo("–");
    assertThat(Numbers.decimal(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.millis(null)).isEqualTo("–");
    assertThat(Numbers.micros(null)).isEqualTo("–");
    assertThat(Numbers.percent(null)).isEqualTo("–");
    assertThat(Numbers.percent(Double.POSITIVE_INFINITY)).isEqualTo("–");
    assertThat(Numbers.bytes((Long) null)).isEqualTo("–");
    assertThat(Numbers.bytes((Double) null)).isEqualTo("–");
    assertThat(Numbers.duration(Double.NaN)).isEqualTo("–");
  }
}
