package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HalfOpenDetectionTest {
  @Test
  void the_default_of_60_s_is_15_s_idle_and_three_probes_4_s_apart() {
    HalfOpenDetection halfOpen = new HalfOpenDetection(Duration.ofSeconds(60));

    assertThat(halfOpen.idleSeconds()).isEqualTo(15);
    assertThat(halfOpen.intervalSeconds()).isEqualTo(4);
    assertThat(halfOpen.probes()).isEqualTo(3);
    assertThat(halfOpen.userTimeout()).isEqualTo(Duration.ofSeconds(27));
  }

  @Test
  void a_message_sent_just_before_keep_alive_would_have_noticed_still_meets_the_limit() {
    for (long seconds = HalfOpenDetection.MIN.toSeconds(); seconds <= 3_600; seconds++) {
      HalfOpenDetection halfOpen = new HalfOpenDetection(Duration.ofSeconds(seconds));

      assertThat(halfOpen.intervalSeconds()).isPositive();
      assertThat(halfOpen.userTimeout().toSeconds() * 2).isLessThanOrEqualTo(seconds * 9 / 10);
    }
  }
}
