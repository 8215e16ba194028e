package dev.hubbub.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.RealServer;
import dev.hubbub.protocol.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChatClientTest {
  private static RealServer server;

  private final List<ChatClient> clients = new ArrayList<>();

  @BeforeAll
  static void startServer() throws IOException {
    server = RealServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @AfterEach
  void everybodyLeavesAndNoThreadIsLeft() {
    clients.forEach(ChatClient::close);
    await()
        .until(() ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("hubbub-client")));
  }

  @Test
  void is_welcomed_under_the_trimmed_name() {
    ChatClient client = join("  alice ");

    assertThat(client.name()).isEqualTo("alice");
    assertThat(client.welcome().msg()).startsWith("Welcome alice!");
  }

  @Test
  void a_message_arrives_and_its_future_completes() {
    ChatClient alice = join("alice");
    Queue<Message> received = listen(join("bob"));

    alice.send("bob", "hi").join();

    await().until(() -> received.size() == 1);
    assertThat(received.element().from().name()).isEqualTo("alice");
    assertThat(received.element().msg()).isEqualTo("hi");
  }

  @Test
  void a_refused_message_fails_its_future_and_no_other() {
    ChatClient alice = join("alice");
    join("bob");

    CompletableFuture<Void> before = alice.send("bob", "1");
    CompletableFuture<Void> refused = alice.send("nobody", "2");
    CompletableFuture<Void> after = alice.send("bob", "3");

    before.join();
    after.join();
    assertThat(failure(refused))
        .isInstanceOf(RefusedException.class)
        .hasMessage("❌ Error: User 'nobody' is not available.");
  }

  @Test
  void endpoints_answer_their_own_futures_whatever_is_sent_between() {
    ChatClient alice = join("alice");
    join("bob");

    CompletableFuture<Message> list = alice.endpoint("/list");
    CompletableFuture<Void> refused = alice.send("nobody", "");
    CompletableFuture<Message> time = alice.endpoint("/time");
    CompletableFuture<Message> shout = alice.endpoint("/shout", "hello");
    CompletableFuture<Message> unknown = alice.endpoint("/unknown");
    CompletableFuture<Message> help = alice.endpoint("/help");

    assertThat(list.join().msg()).isEqualTo("Online users (1): bob");
    assertThat(time.join().msg()).startsWith("Server time: ");
    assertThat(shout.join().msg()).isEqualTo("Message sent to 1 users");
    assertThat(help.join().msg()).startsWith("Available commands:");
    assertThat(failure(refused)).isInstanceOf(RefusedException.class);
    assertThat(failure(unknown)).hasMessageContaining("Unknown command '/unknown'");
  }

  @Test
  void a_burst_arrives_whole_and_in_order() {
    ChatClient alice = join("alice");
    Queue<Message> received = listen(join("bob"));

    List<CompletableFuture<Void>> sent =
        IntStream.range(0, 5_000).mapToObj(i -> alice.send("bob", "message " + i)).toList();

    sent.forEach(CompletableFuture::join);
    await().until(() -> received.size() == 5_000);
    assertThat(received.stream().map(Message::msg))
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(i -> "message " + i).toList());
  }

  @Test
  void what_came_before_the_first_listener_is_kept_for_it() {
    ChatClient alice = join("alice");
    ChatClient bob = join("bob");
    alice.send("bob", "early").join();
    bob.endpoint("/time").join();

    assertThat(listen(bob)).satisfies(r -> await().until(() -> r.size() == 1));
  }

  @Test
  void a_listener_may_block_and_wait_for_answers() {
    ChatClient alice = join("alice");
    ChatClient bob = join("bob");
    Queue<String> answers = new ConcurrentLinkedQueue<>();
    bob.listen(message -> answers.add(bob.endpoint("/list").join().msg()));

    alice.send("bob", "who is there?").join();

    await().until(() -> answers.contains("Online users (1): alice"));
  }

  @Test
  void a_listener_that_blocks_holds_up_the_sender_and_loses_nothing() throws Exception {
    ChatClient alice = join("alice");
    ChatClient bob = join(config("bob", 1_000_000, 4_096));
    CountDownLatch release = new CountDownLatch(1);
    Queue<Message> received = new ConcurrentLinkedQueue<>();
    bob.listen(message -> {
      awaitUninterrupted(release);
      received.add(message);
    });

    for (int i = 0; i < 100; i++) {
      alice.send("bob", "x".repeat(1_000)).join();
    }
    release.countDown();

    await().until(() -> received.size() == 100);
  }

  @Test
  void a_listener_that_throws_gets_the_next_message_all_the_same() {
    ChatClient alice = join("alice");
    ChatClient bob = join("bob");
    bob.listen(message -> {
      throw new IllegalStateException("on purpose: " + message.msg());
    });
    Queue<Message> received = listen(bob);

    alice.send("bob", "1");
    alice.send("bob", "2");

    await().until(() -> received.size() == 2);
  }

  @Test
  void a_name_that_is_taken_is_refused() {
    join("alice");

    RefusedException refused = (RefusedException) failure(connect("ALICE"));

    assertThat(refused.isNameTaken()).isTrue();
  }

  @Test
  void a_name_against_the_rules_is_refused_with_the_reason() {
    RefusedException refused = (RefusedException) failure(connect("Everyone"));

    assertThat(refused.isNameInvalid()).isTrue();
    assertThat(refused.reply()).contains("reserved");
  }

  @Test
  void says_where_it_could_not_connect_to() {
    assertThat(failure(ChatClient.connect("127.0.0.1", 1, "alice")))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("can't connect to 127.0.0.1:1: Connection refused");
    assertThat(failure(ChatClient.connect("no-such-host.invalid", 1, "alice")))
        .hasMessageStartingWith("can't connect to no-such-host.invalid:1: ");
  }

  @Test
  void more_unanswered_bytes_than_allowed_are_refused_at_once() {
    ChatClient alice = join(config("alice", 100, 4_096));

    assertThat(failure(alice.send("bob", "x".repeat(100))))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(alice.endpoint("/list").join().msg()).isNotEmpty();
  }

  @Test
  void what_can_not_be_sent_is_said_at_once() {
    ChatClient alice = join("alice");

    assertThat(failure(alice.send("", "text"))).hasMessageContaining("'to' must be a username");
    assertThat(failure(alice.send("/list", ""))).hasMessageContaining("'to' must be a username");
    assertThat(failure(alice.endpoint("list"))).hasMessageContaining("must begin with '/'");
    assertThat(failure(alice.send("bob", "\ud800"))).hasMessageContaining("surrogate");
    assertThat(failure(alice.send("bob", "x".repeat(65_536))))
        .hasMessageContaining("bytes, over 65536");
  }

  @Test
  void closing_delivers_what_was_sent_and_frees_the_name() {
    Queue<Message> received = listen(join("bob"));
    ChatClient alice = join("alice");
    alice.send("bob", "last words");

    alice.close();

    await().until(() -> received.size() == 1);
    alice.closed().join();
    assertThat(join("alice").name()).isEqualTo("alice");
    assertThat(failure(alice.send("bob", ""))).isInstanceOf(ConnectionLostException.class);
  }

  @Test
  void a_server_that_stops_says_so_and_what_is_open_fails() throws Exception {
    ChatClient alice;
    Queue<Message> received;
    try (RealServer other = RealServer.start()) {
      alice = ChatClient.connect("127.0.0.1", other.port(), "alice").join();
      received = listen(alice);
    }

    assertThat(failure(alice.closed()))
        .isInstanceOf(ConnectionLostException.class)
        .hasMessage("Server is shutting down.");
    assertThat(received).extracting(Message::msg).containsExactly("Server is shutting down.");
    assertThat(failure(alice.send("bob", ""))).isInstanceOf(ConnectionLostException.class);
    alice.close();
  }

  @Test
  void talks_with_clients_in_the_field() throws Exception {
    ChatClient alice = join("alice");
    Queue<Message> received = listen(alice);
    try (FieldClient veteran = new FieldClient(server.port(), "veteran")) {
      veteran.send("alice", "good old times");
      await().until(() -> received.size() == 1);
      assertThat(received.remove().msg()).isEqualTo("good old times");

      alice.send("veteran", "גם היום 😀").join();
      assertThat(veteran.receive())
          .isEqualTo(new FieldClient.Document("alice", "veteran", "גם היום 😀"));

      alice.endpoint("/shout", "all of you").join();
      assertThat(veteran.receive().to()).isEqualTo("Everyone");

      veteran.send("/shout", "you too");
      await().until(() -> received.size() == 1);
      assertThat(veteran.receive().msg()).isEqualTo("Message sent to 1 users");
    }
  }

  private static ChatConfig config(String name, int unconfirmedBytesMax, int inboxBytesMax) {
    ChatConfig usual = ChatConfig.of("127.0.0.1", server.port(), name);
    return new ChatConfig(
        usual.host(),
        usual.port(),
        name,
        null,
        usual.connectMax(),
        usual.replyMax(),
        usual.messageBytesMax(),
        unconfirmedBytesMax,
        inboxBytesMax);
  }

  private ChatClient join(String name) {
    return join(ChatConfig.of("127.0.0.1", server.port(), name));
  }

  private ChatClient join(ChatConfig config) {
    ChatClient client = ChatClient.connect(config).join();
    clients.add(client);
    return client;
  }

  private static CompletableFuture<ChatClient> connect(String name) {
    return ChatClient.connect("127.0.0.1", server.port(), name);
  }

  private static Queue<Message> listen(ChatClient client) {
    Queue<Message> received = new ConcurrentLinkedQueue<>();
    client.listen(received::add);
    return received;
  }

  private static Throwable failure(CompletableFuture<?> future) {
    Throwable[] found = new Throwable[1];
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .satisfies(e -> found[0] = e.getCause());
    return found[0];
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
