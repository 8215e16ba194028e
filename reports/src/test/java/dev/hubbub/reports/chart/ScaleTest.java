package dev.hubbub.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
  @Test
  void aLinearAxisBeginsAtZeroAndHoldsItsGreatestValue() {
    LinearScale scale = LinearScale.upTo(20_000);
    assertThat(scale.position(0)).isZero();
    assertThat(scale.position(20_000)).isBetween(0.9, 1.0);
    assertThat(scale.ticks()).containsExactly(0.0, 5_000.0, 10_000.0, 15_000.0, 20_000.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.003, 1, 7, 99, 101, 19_904, 43_750, 1e6, 3e9})
  void aLinearAxisHasAFewRoundTicks(double max) {
    assertThat(LinearScale.upTo(max).ticks()).hasSizeBetween(3, 6);
  }

  @Test
  void ticksAreRoundInTheUnitOfTheAxis() {
    assertThat(LinearScale.upTo(160 << 20, 1 << 20).ticks())
        .containsExactly(0.0, 50.0 * (1 << 20), 100.0 * (1 << 20), 150.0 * (1 << 20));
  }

  @Test
  void anAxisWithoutValuesIsStillAnAxis() {
    assertThat(LinearScale.upTo(0).end()).isPositive();
    assertThat(LinearScale.upTo(0).ticks()).isNotEmpty();
  }

  @Test
  void aLogarithmicAxisBeginsAndEndsAtARoundValue() {
    assertThat(LogScale.between(0.12, 50)).isEqualTo(new LogScale(0.1, 100));
    assertThat(LogScale.between(3, 4)).isEqualTo(new LogScale(2, 5));
    assertThat(LogScale.between(0.001, 1000)).isEqualTo(new LogScale(0.001, 2000));
  }

  @Test
  void equalFactorsAreEqualDistancesOnALogarithmicAxis() {
    LogScale scale = new LogScale(0.1, 1000);
    assertThat(scale.position(0.1)).isZero();
    assertThat(scale.position(1)).isCloseTo(0.25, within(1e-9));
    assertThat(scale.position(10)).isCloseTo(0.5, within(1e-9));
    assertThat(scale.position(1000)).isCloseTo(1, within(1e-9));
  }

  @Test
  void aShortLogarithmicAxisHasTicksWithinItsDecades() {
    assertThat(new LogScale(0.5, 20).ticks()).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 20.0);
  }

  @Test
  void aLongLogarithmicAxisHasTicksAtItsDecades() {
    assertThat(new LogScale(0.05, 5_000).ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1_000.0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.001, 0.5, 1, 10, 1000, 999.99})
  void aLogarithmicAxisOfOneValueHoldsIt(double value) {
    LogScale scale = LogScale.between(value, value);
    assertThat(scale.position(value)).isBetween(0.0, 1.0);
    assertThat(scale.ticks()).isNotEmpty();
  }
}
