package dev.hubbub.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

  @Test
  void waits_twice_as_long_each_time_up_to_the_limit_and_half_of_it_is_random() {
    assertThat(backoff.delay(0, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.delay(0, 0.5)).isEqualTo(Duration.ofMillis(750));
    assertThat(backoff.delay(3, 0)).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.delay(10, 0)).isEqualTo(Duration.ofSeconds(15));
    assertThat(backoff.delay(Integer.MAX_VALUE, 0.999)).isLessThan(Duration.ofSeconds(30));
  }
}
