package dev.hubbub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hubbub.server.testing.Json;
import dev.hubbub.server.testing.Received;
import dev.hubbub.server.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The row "shutdown", on real sockets and in this process. */
class ShutdownContractTest {
  private static final String SHUTTING_DOWN = "Server is shutting down.";

  @RegisterExtension final ServerFixture server = ServerFixture.with("--drain-timeout", "10s");

  @Test
  void every_user_is_told_and_then_the_stream_ends() {
    List<TestClient> users = server.joinAll("a", "b", "c", "d");

    CompletableFuture<Integer> undelivered =
        CompletableFuture.supplyAsync(() -> server.server().stop());

    for (TestClient user : users) {
      assertThat(user.readToEnd()).extracting(Received::msg).containsExactly(SHUTTING_DOWN);
      user.close();
    }
    assertThat(undelivered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
  }

  @Test
  void what_is_queued_is_delivered_first() {
    int messages = 50;
    TestClient slow = server.joinWithSmallBuffer("slow");
    TestClient sender = server.join("sender");
    sender.send(Json.message("slow", "m".repeat(30_000)).repeat(messages));
    sender.expectNothing();

    CompletableFuture<Integer> undelivered =
        CompletableFuture.supplyAsync(() -> server.server().stop());

    assertThat(sender.readToEnd()).extracting(Received::msg).containsExactly(SHUTTING_DOWN);
    sender.close();
    List<Received> delivered = slow.readToEnd();
    assertThat(delivered).hasSize(messages + 1);
    assertThat(delivered.getLast().msg()).isEqualTo(SHUTTING_DOWN);
    slow.close();
    assertThat(undelivered).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
  }

  @Test
  void while_it_stops_a_metric_says_so() {
    server.join("alice");
    assertThat(server.gauge("hubbub.draining")).isZero();

    server.server().stop();

    assertThat(server.gauge("hubbub.draining")).isEqualTo(1);
    assertThat(server.count("hubbub.messages.undelivered")).isZero();
  }

  @Test
  void connections_without_a_name_are_closed() {
    TestClient guest = server.connect().send("ali");

    server.server().stop();

    guest.readUntilGone();
  }

  @Test
  void nothing_is_accepted_any_more() {
    int port = server.port();

    server.server().stop();

    assertThatThrownBy(() -> TestClient.connect(port)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void stopping_twice_does_no_harm() {
    server.joinAll("a", "b").forEach(TestClient::endOutput);

    assertThat(server.server().stop()).isZero();
    assertThat(server.server().stop()).isZero();
  }

  @Test
  void clients_that_connect_all_the_time_do_not_delay_it() {
    AtomicBoolean enough = new AtomicBoolean();
    int port = server.port();
    CompletableFuture<Void> connecting =
        CompletableFuture.runAsync(() -> {
          while (!enough.get()) {
            try (TestClient client = TestClient.connect(port)) {
              client.send("alice\n").endOutput().readUntilGone();
            } catch (UncheckedIOException e) {
              // Refused or reset: the server has stopped.
              return;
            }
          }
        });

    assertThat(server.server().stop()).isZero();

    enough.set(true);
    assertThat(connecting).succeedsWithin(TestClient.PATIENCE);
  }
}
