package dev.hubbub.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BacklogTrendTest {
  @Test
  void aBacklogThatRisesAllThroughTheWindowGrows() {
    assertThat(BacklogTrend.grows(samples(30, i -> 20 * i), 10_000)).isTrue();
  }

  @Test
  void aLevelBacklogDoesNotHoweverHigh() {
    assertThat(BacklogTrend.grows(samples(30, i -> 5_000), 10_000)).isFalse();
  }

  @Test
  void aFallingBacklogDoesNot() {
    assertThat(BacklogTrend.grows(samples(30, i -> 5_000 - 100 * i), 10_000)).isFalse();
  }

  @Test
  void aPeakThatPassesDoesNot() {
    assertThat(BacklogTrend.grows(samples(30, i -> i > 24 && i < 28 ? 9_000 : 10), 10_000))
        .isFalse();
  }

  @Test
  void aRiseUnderAHalfPercentOfTheLoadIsNoise() {
    assertThat(BacklogTrend.grows(samples(30, i -> 2 * i), 10_000)).isFalse();
    assertThat(BacklogTrend.grows(samples(30, i -> 3 * i), 10_000)).isTrue();
  }

  @Test
  void aFewMessagesAreNoiseAtAnyLoad() {
    assertThat(BacklogTrend.grows(List.of(0L, 5L, 10L), 20)).isFalse();
  }

  @Test
  void tooFewSamplesTellNothing() {
    assertThat(BacklogTrend.grows(List.of(), 100)).isFalse();
    assertThat(BacklogTrend.grows(List.of(1L, 1_000L), 100)).isFalse();
  }

  private static List<Long> samples(int count, java.util.function.LongUnaryOperator backlog) {
    return LongStream.range(0, count).map(backlog).boxed().toList();
  }
}
