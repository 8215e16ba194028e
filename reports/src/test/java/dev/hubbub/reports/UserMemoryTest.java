package dev.hubbub.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.measure.result.MemoryLevel;
import dev.hubbub.measure.result.MemoryResult;
import dev.hubbub.reports.words.UserMemory;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UserMemoryTest {
  @Test
  void a_slope_stands_with_its_standard_error() {
    UserMemory user = user(2_600, 1_424, 203_000, 206_000, 208_000, 211_000);

    assertThat(user.resident()).isEqualTo("2.5 KB ± 141 bytes");
    assertThat(user.liveHeap()).isEqualTo("1.4 KB ± 0 bytes");
    assertThat(user.kernelSockets()).isEqualTo("0 bytes ± 0 bytes");
  }

  @Test
  void a_slope_that_may_as_well_be_half_or_double_is_not_resolved() {
    assertThat(user(1_800, 1_424, 204_000, 215_000, 206_000, 212_000).resident())
        .matches("not resolved \\(1\\.8 KB ± [\\d.]+ KB\\)");
  }

  @Test
  void a_resident_set_that_grows_by_less_than_the_heap_in_it_is_not_resolved() {
    assertThat(user(1_000, 1_424, 201_000, 202_000, 203_000, 204_000).resident())
        .isEqualTo("not resolved (1,000 bytes ± 0 bytes)");
  }

  @Test
  void a_slope_downwards_is_not_resolved() {
    assertThat(user(-1_000, -2_000, 204_000, 203_000, 202_000, 201_000).resident())
        .isEqualTo("not resolved (-1,000 bytes ± 0 bytes)");
  }

  @Test
  void two_levels_tell_no_error_and_none_is_shown() {
    assertThat(user(3_000, 1_424, 203_000, 206_000).resident()).isEqualTo("2.9 KB");
  }

  // Levels of one, two, three users, and so on.
  private static UserMemory user(double residentSlope, double heapSlope, long... resident) {
    List<MemoryLevel> levels =
        IntStream.range(0, resident.length)
            .mapToObj(i ->
                new MemoryLevel(
                    i + 1, resident[i], 10_000 + Math.round(heapSlope) * i, 868_352L, 1, null))
            .toList();
    return UserMemory.of(new MemoryResult(levels, residentSlope, heapSlope, 0.0));
  }
}
