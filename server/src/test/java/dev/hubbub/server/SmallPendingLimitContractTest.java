package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A limit below one burst: it is for those who don't read, and for nobody else. */
class SmallPendingLimitContractTest {
  @RegisterExtension final ServerFixture server = ServerFixture.with("--max-pending-bytes", "1000");

  @Test
  void a_list_longer_than_the_limit_passes() {
    TestClient alice = server.join("alice");
    server.joinAll("b".repeat(60), "c".repeat(60), "d".repeat(60), "e".repeat(60));
    for (int i = 0; i < 20; i++) {
      server.join(i + "f".repeat(60));
    }

    String list = alice.say("/list", "").read().msg();

    assertThat(list).startsWith("Online users (24): bbb").hasSizeGreaterThan(1_400);
  }

  @Test
  void many_requests_in_one_segment_are_all_answered() {
    TestClient alice = server.join("alice");

    alice.send(Json.message("/help", "").repeat(500));

    assertThat(alice.read(500)).allMatch(reply -> reply.msg().startsWith("Available"));
  }

  @Test
  void many_messages_to_oneself_in_one_segment_are_all_delivered() {
    TestClient alice = server.join("alice");

    alice.send(Json.message("alice", "note").repeat(500));

    assertThat(alice.read(500)).extracting(Received::msg).containsOnly("note");
  }

  @Test
  void bursts_to_users_of_either_event_loop_who_read_are_all_delivered() {
    int each = 1_000;
    TestClient alice = server.join("alice");
    List<TestClient> bobs = server.joinAll("bob0", "bob1", "bob2");

    alice.send(burst(each * bobs.size()));

    for (TestClient bob : bobs) {
      assertThat(bob.read(each)).extracting(Received::msg).containsOnly("m");
    }
    alice.expectNothing();
  }

  private static byte[] burst(int messages) {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < messages; i++) {
      json.append(Json.message("bob" + i % 3, "m"));
    }
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
