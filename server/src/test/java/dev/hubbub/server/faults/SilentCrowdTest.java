package dev.hubbub.server.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.ServerProcess;
import dev.hubbub.server.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A thousand connections a second that never say who they are. */
class SilentCrowdTest {
  private static final int CROWD = 3_000;
  private static final Duration INTERVAL = Duration.ofMillis(1);

  private final Ledger ledger = new Ledger();
  private final List<TestClient> crowd = new ArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);

  @Test
  void a_thousand_silent_connections_a_second_keep_no_user_from_registering() throws Exception {
    try (ServerProcess server =
        ServerProcess.start("--host", "127.0.0.1", "--port", "0", "--max-unregistered", "1000")) {
      int port = server.port();
      try (ChatUser stayer = ChatUser.join(port, "stayer", ledger)) {
        Thread crowding = Thread.ofPlatform().start(() -> crowd(port));
        List<String> gone = new ArrayList<>();
        while (crowding.isAlive()) {
          String name = "user" + gone.size();
          gone.add(name);
          try (ChatUser user = ChatUser.join(port, name, ledger)) {
            user.say("stayer", 2).awaitRouted();
            stayer.say(name, 1).awaitSettled(name);
          }
          // As clients in the field do: the bare name, and the server waits whether more comes.
          try (TestClient field = TestClient.connect(port).send("field" + gone.size())) {
            assertThat(field.read().msg()).startsWith("Welcome field");
          }
        }
        crowding.join();

        assertThat(crowd).hasSize(CROWD);
        assertThat(gone).hasSizeGreaterThan(3);
        Invariants.assertHold(port, ledger, List.of(stayer), gone);
      } finally {
        over.countDown();
        crowd.forEach(TestClient::close);
      }
    }
  }

  private void crowd(int port) {
    try {
      for (int i = 0; i < CROWD && !over.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS); i++) {
        crowd.add(TestClient.connect(port));
      }
    } catch (UncheckedIOException | InterruptedException e) {
      // Too few in the crowd fail the test.
      return;
    }
  }
}
