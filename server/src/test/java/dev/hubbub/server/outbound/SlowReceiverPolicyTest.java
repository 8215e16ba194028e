package dev.hubbub.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowReceiverPolicyTest {
  private final SlowReceiverPolicy policy =
      new SlowReceiverPolicy(1_000, 5_000, Duration.ofSeconds(10));

  @ParameterizedTest
  @CsvSource({
    "0, 1, true", "0, 1000, true", "0, 1001, true", "0, 2147483647, true", "1, 999, true",
    "1, 1000, false", "999, 1, true", "1000, 1, false", "5000, 1, false", "1, 2147483647, false"
  })
  void a_message_is_taken_up_to_the_limit_and_always_when_none_waits(
      long pendingBytes, int messageBytes, boolean admitted) {
    assertThat(policy.admits(pendingBytes, messageBytes)).isEqualTo(admitted);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "1000, true", "1001, false"})
  void a_reply_is_taken_while_no_more_than_the_limit_waits(long pendingBytes, boolean admitted) {
    assertThat(policy.admitsReply(pendingBytes)).isEqualTo(admitted);
  }

  @Test
  void a_receiver_is_stalled_after_looks_without_progress_for_the_whole_time() {
    int looks = (int) policy.stallMax().dividedBy(policy.lookInterval());

    assertThat(policy.isStalled(looks - 1)).isFalse();
    assertThat(policy.isStalled(looks)).isTrue();
  }

  @Test
  void a_burst_to_a_receiver_that_had_no_turn_has_a_bound_of_its_own() {
    assertThat(policy.admitsBurst(4_900, 100)).isTrue();
    assertThat(policy.admitsBurst(4_900, 101)).isFalse();
  }
}
