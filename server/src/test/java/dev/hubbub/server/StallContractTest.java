package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "bytes waiting for one receiver" with its limit in time, on real sockets. */
class StallContractTest {
  @RegisterExtension
  final ServerFixture server =
      ServerFixture.with(
          "--max-pending-bytes", "1000000000", "--stall-timeout", "2s", "--event-loops", "1");

  @Test
  void a_receiver_that_takes_nothing_for_too_long_is_disconnected_however_little_waits() {
    server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    fill(sender, "slow");

    await()
        .atMost(TestClient.PATIENCE)
        .until(() -> sender.say("/list", "").read().msg().equals("You are the only active user!"));
    assertThat(server.count("hubbub.slow.receivers.cut")).isEqualTo(1);
  }

  @Test
  void a_receiver_that_reads_now_and_then_is_not() {
    TestClient slow = server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    int messages = fill(sender, "slow");

    for (int i = 0; i < messages; i++) {
      assertThat(slow.read().fromName()).isEqualTo("sender");
      if (i % (messages / 20) == 0) {
        sender.expectNothing();
      }
    }
    slow.expectNothing();
    assertThat(server.count("hubbub.slow.receivers.cut")).isZero();
  }

  @Test
  void a_user_for_whom_nothing_waits_may_be_silent_as_long_as_it_likes() {
    TestClient silent = server.join("silent");
    server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    fill(sender, "slow");
    await().atMost(TestClient.PATIENCE).until(() -> server.count("hubbub.slow.receivers.cut") == 1);

    silent.expectNothing();
  }

  // More than the kernel takes for a connection: 4 MiB on its way out, and a small window.
  private int fill(TestClient sender, String receiver) {
    int messages = 200;
    sender.send(Json.message(receiver, "m".repeat(60_000)).repeat(messages));
    // However long that takes: on a busy machine the receiver may have been cut by then.
    sender.say("/time", "");
    while (!sender.read().msg().startsWith("Server time: ")) {
      assertThat(server.count("hubbub.slow.receivers.cut")).isEqualTo(1);
    }
    return messages;
  }
}
