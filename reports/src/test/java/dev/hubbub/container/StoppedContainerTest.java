package dev.hubbub.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.client.ChatClient;
import dev.hubbub.client.ConnectionLostException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.ServerTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@NeedsEngine
class StoppedContainerTest {
  private static final int SIGKILLED = 128 + 9;
  private static final int MESSAGES = 1_000;

  private final ServerContainer server = ServerContainer.start(ContainerSpec.small());

  @AfterEach
  void remove() {
    server.close();
  }

  @Test
  void a_stop_delivers_what_was_accepted_tells_everybody_and_ends_with_status_0() {
    ConcurrentLinkedQueue<Message> received = new ConcurrentLinkedQueue<>();
    try (ChatClient alice = connect("alice");
        ChatClient bob = connect("bob")) {
      bob.listen(received::add);
      List<CompletableFuture<Void>> accepted =
          IntStream.range(0, MESSAGES).mapToObj(i -> alice.send("bob", "message " + i)).toList();
      CompletableFuture.allOf(accepted.toArray(CompletableFuture[]::new)).join();

      server.stop();

      assertThatThrownBy(() -> bob.closed().join())
          .hasCauseInstanceOf(ConnectionLostException.class);
      List<String> texts = new ArrayList<>();
      IntStream.range(0, MESSAGES).forEach(i -> texts.add("message " + i));
      texts.add(ServerTexts.SHUTTING_DOWN);
      assertThat(received).extracting(Message::msg).containsExactlyElementsOf(texts);
      assertThat(server.exitStatus()).isZero();
      assertThat(server.logs()).contains("drain begins connections=2", "stopped undelivered=0");
    }
  }

  @Test
  void users_come_back_to_a_killed_server_under_their_names_and_find_no_ghosts() {
    ChatClient alice = connect("alice");
    ChatClient bob = connect("bob");
    ChatClient carol = connect("carol");

    server.kill();

    for (ChatClient client : List.of(alice, bob, carol)) {
      assertThatThrownBy(() -> client.closed().join())
          .hasCauseInstanceOf(ConnectionLostException.class);
    }
    assertThat(server.exitStatus()).isEqualTo(SIGKILLED);
    assertThat(server.isOutOfMemory()).isFalse();

    server.startAgain();

    try (ChatClient first = awaitConnection("alice");
        ChatClient second = connect("bob")) {
      assertThat(second.welcome().msg()).contains("Online users: alice").doesNotContain("carol");
      second.send("alice", "here again").join();
      assertThatThrownBy(() -> first.send("carol", "are you there?").join()).isNotNull();
    }
  }

  private ChatClient awaitConnection(String name) {
    return await()
        .atMost(ServerContainer.PATIENCE)
        .ignoreExceptions()
        .until(() -> connect(name), client -> client.name().equals(name));
  }

  private ChatClient connect(String name) {
    return ChatClient.connect(ServerContainer.HOST, server.port(), name).join();
  }
}
