package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.RefusedException;
import dev.hubbub.measure.MetricsPage;
import dev.hubbub.protocol.Message;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsEngine
class ServedContainerTest {
  private ServerContainer server = ServerContainer.start(ContainerSpec.small());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void users_register_talk_and_are_refused_as_the_protocol_says() throws InterruptedException {
    BlockingQueue<Message> received = new LinkedBlockingQueue<>();
    try (ChatClient alice = connect("alice");
        ChatClient bob = connect("bob")) {
      bob.listen(received::add);
      assertThat(bob.welcome().msg()).startsWith("Welcome bob!").contains("Online users: alice");

      alice.send("bob", "hi").join();

      Message message = Objects.requireNonNull(received.poll(30, TimeUnit.SECONDS));
      assertThat(message.from().name()).isEqualTo("alice");
      assertThat(message.msg()).isEqualTo("hi");
      assertThat(alice.endpoint("/list").join().msg()).contains("bob");
      assertThatThrownBy(() -> alice.send("nobody", "hi").join())
          .hasCauseInstanceOf(RefusedException.class);
      assertThatThrownBy(() -> connect("ALICE")).hasCauseInstanceOf(RefusedException.class);
    }
  }

  @Test
  void operations_answer_and_the_engine_finds_it_healthy()
      throws IOException, InterruptedException {
    assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    await()
        .atMost(ServerContainer.PATIENCE)
        .until(() -> server.inspect().getState().getHealth().getStatus().equals("healthy"));
  }

  @Test
  void a_server_that_does_not_answer_is_found_unhealthy() throws IOException, InterruptedException {
    String probe = "/opt/hubbub/healthcheck";

    assertThat(server.run(probe).getExitCode()).isZero();
    assertThat(server.run("/usr/bin/env", "HUBBUB_ADMIN_PORT=1", probe).getExitCode()).isNotZero();
    // A port that answers, but not by HTTP.
    String other = "HUBBUB_ADMIN_PORT=" + server.port();
    assertThat(server.run("/usr/bin/env", other, probe).getExitCode()).isNotZero();
  }

  @Test
  void metrics_count_who_is_there() {
    MetricsPage page = new MetricsPage(server.admin("/metrics"));
    try (ChatClient alice = connect("alice")) {
      assertThat(alice.name()).isEqualTo("alice");
      assertThat(page.read().orElseThrow().sum("hubbub_users", "")).isEqualTo(1.0);
    }
    await()
        .atMost(ServerContainer.PATIENCE)
        .until(() -> Double.valueOf(0).equals(page.read().orElseThrow().sum("hubbub_users", "")));
  }

  private ChatClient connect(String name) {
    return ChatClient.connect(ServerContainer.HOST, server.port(), name).join();
  }
}
