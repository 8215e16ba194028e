package dev.hubbub.bots.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hubbub.bots.local.CgroupHierarchy.Version;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuLimitTest {
  @Test
  void a_quarter_of_a_processor_is_two_and_a_half_of_ten_milliseconds() {
    assertThat(new CpuLimit(0.25).files(Version.V2))
        .containsExactly(Map.entry("cpu.max", "2500 10000"));
    // The period first: the quota that was there fits any.
    assertThat(new CpuLimit(0.25).files(Version.V1))
        .containsExactly(
            Map.entry("cpu.cfs_period_us", "10000"), Map.entry("cpu.cfs_quota_us", "2500"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.09, -1, 1_025, Double.NaN})
  void what_the_kernel_would_not_take_is_refused(double cpus) {
    assertThatIllegalArgumentException().isThrownBy(() -> new CpuLimit(cpus));
  }
}
