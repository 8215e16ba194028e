package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTrendTest {
  @Test
  void a_backlog_that_rises_all_through_the_window_grows() {
    assertThat(BacklogTrend.grows(samples(30, i -> 20 * i), 10_000)).isTrue();
  }

  @Test
  void a_level_backlog_does_not_however_high() {
    assertThat(BacklogTrend.grows(samples(30, i -> 5_000), 10_000)).isFalse();
  }

  @Test
  void a_falling_backlog_does_not() {
    assertThat(BacklogTrend.grows(samples(30, i -> 5_000 - 100 * i), 10_000)).isFalse();
  }

  @Test
  void a_peak_that_passes_does_not() {
    assertThat(BacklogTrend.grows(samples(30, i -> i > 24 && i < 28 ? 9_000 : 10), 10_000))
        .isFalse();
  }

  @Test
  void a_rise_under_a_half_percent_of_the_load_is_noise() {
    assertThat(BacklogTrend.grows(samples(30, i -> 2 * i), 10_000)).isFalse();
    assertThat(BacklogTrend.grows(samples(30, i -> 3 * i), 10_000)).isTrue();
  }

  @Test
  void a_few_messages_are_noise_at_any_load() {
    assertThat(BacklogTrend.grows(List.of(0L, 5L, 10L), 20)).isFalse();
  }

  @Test
  void too_few_samples_tell_nothing() {
    assertThat(BacklogTrend.grows(List.of(), 100)).isFalse();
    assertThat(BacklogTrend.grows(List.of(1L, 1_000L), 100)).isFalse();
  }

  private static List<Long> samples(int count, java.util.function.LongUnaryOperator backlog) {
    return LongStream.range(0, count).map(backlog).boxed().toList();
  }
}
