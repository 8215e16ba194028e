package dev.hubbub.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hubbub.bots.RealServer;
import dev.hubbub.client.ChatClient;
import dev.hubbub.protocol.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The real program in a real pseudo-terminal, at a real server. */
@EnabledOnOs(OS.LINUX)
class ChatTerminalTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String ESCAPE = "\u001b";

  private static RealServer server;

  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeAll
  static void startServer() throws IOException {
    server = RealServer.start();
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @AfterEach
  void everybodyLeaves() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void asks_for_what_is_missing() throws Exception {
    PseudoTerminal alice = start(Map.of());

    alice.awaitScreen("Host [127.0.0.1]:").type("\r");
    alice.awaitScreen("Port [65432]:").type("70000\r");
    alice.awaitScreen("A port is a number from 1 to 65535, got: 70000");
    alice.type(server.port() + "\r");
    alice.awaitScreen("Name:").type("alice\r");

    alice.awaitScreen("Welcome alice!").awaitScreen("To:");
  }

  @Test
  void a_message_takes_a_receiver_and_a_text_and_the_receiver_is_offered_again() throws Exception {
    Queue<Message> received = listen(join("bob"));
    PseudoTerminal alice = startAs("alice");

    alice.type("bob\r").awaitScreen("To: bob\nMsg:").type("hi bob!\r");

    alice.awaitScreen("alice → bob: hi bob!").awaitScreen("\nTo: bob\n");
    alice.type("\r").awaitScreen("Msg:").type("and again\r");
    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 2);
    assertThat(received).extracting(Message::msg).containsExactly("hi bob!", "and again");
  }

  @Test
  void what_arrives_does_not_disturb_what_is_being_typed() throws Exception {
    ChatClient bob = join("bob");
    Queue<Message> received = listen(bob);
    PseudoTerminal alice = startAs("alice");

    alice.type("bob\r").awaitScreen("Msg:").type("half a sen");
    alice.awaitScreen("Msg: half a sen");
    bob.send("alice", "first").join();
    bob.send("alice", "second").join();
    alice.awaitScreen("bob: second");

    assertThat(alice.screen())
        .containsPattern(
            "(?s)bob: first\n\\d\\d:\\d\\d:\\d\\d bob: second\nTo: bob\nMsg: half a sen\n");
    alice.type("tence\r");
    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 1);
    assertThat(received.element().msg()).isEqualTo("half a sentence");
  }

  @Test
  void tab_completes_users_and_endpoints() throws Exception {
    Queue<Message> received = listen(join("benjamin"));
    join("Mary Ann");
    PseudoTerminal alice = startAs("alice");

    alice.type("ben\t").awaitScreen("To: benjamin").type("\r");
    alice.awaitScreen("Msg:").type("completed\r");
    await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 1);

    alice.type("/li\t").awaitScreen("To: /list").type("\r");
    alice.awaitScreen("Online users (2): ");
    alice.type("@m\t").awaitScreen("To: @Mary Ann").type("with a space\r");
    alice.awaitScreen("alice → Mary Ann: with a space");
  }

  @Test
  void the_quick_way_and_the_commands_take_one_line() throws Exception {
    Queue<Message> received = listen(join("bob"));
    PseudoTerminal alice = startAs("alice");

    alice.type("@bob quick\r").awaitScreen("alice → bob: quick");
    alice.type("/shout everybody!\r").awaitScreen("SERVER: Message sent to 1 users");
    alice.type("/time\r").awaitScreen("SERVER: Server time: ");
    alice.type("/list\r").awaitScreen("SERVER: Online users (1): bob");
    alice.type("/help\r").awaitScreen("Available commands:").awaitScreen("In this program:");
    alice.type("@nobody there?\r").awaitScreen("! Not delivered to nobody: there?");
    alice.awaitScreen("User 'nobody' is not available.");

    assertThat(received).extracting(Message::msg).containsExactly("quick", "everybody!");
  }

  @Test
  void a_lost_connection_comes_back_with_what_was_typed_and_nothing_is_lost() throws Exception {
    RealServer first = RealServer.start();
    int port = first.port();
    PseudoTerminal alice =
        start(Map.of(), "--host", "127.0.0.1", "--port", port + "", "--name", "alice");
    alice.awaitScreen("To:").type("bob\r").awaitScreen("Msg:").type("typed before");

    first.close();
    alice.awaitScreen("Connection lost: Server is shutting down. Reconnecting …");
    alice.awaitScreen("Msg: typed before").type("\r");
    alice.awaitScreen("kept until the connection is back").type("still he");
    try (RealServer second = RealServer.start(port);
        ChatClient bob = ChatClient.connect("127.0.0.1", port, "bob").join()) {
      Queue<Message> received = listen(bob);
      alice.awaitScreen("Connected again as alice.");

      await().atMost(PseudoTerminal.PATIENCE).until(() -> received.size() == 1);
      assertThat(received.element().msg()).isEqualTo("typed before");
      assertThat(second.port()).isEqualTo(port);
      alice.awaitScreen("still he");
    }
  }

  @Test
  void a_lost_connection_that_still_holds_the_name_is_waited_for_or_another_name_taken()
      throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      PseudoTerminal alice =
          start(Map.of(), "--host", "127.0.0.1", "--port", "" + proxy.port(), "--name", "alice");
      alice.awaitScreen("To:");

      proxy.cut();
      alice.awaitScreen("Connection lost").awaitScreen("The name alice is in use");
      proxy.reveal();
      alice.awaitScreen("Connected again as alice.");

      proxy.cut();
      await()
          .atMost(PseudoTerminal.PATIENCE)
          .until(() -> alice.raw().split("Connection lost", -1).length == 3);
      alice.type("/name alice2\r");
      alice.awaitScreen("Connected again as alice2.");
    }
  }

  @Test
  void nothing_of_a_hostile_sender_reaches_the_terminal_as_a_command() throws Exception {
    ChatClient mallory = join("mallory");
    PseudoTerminal alice = startAs("alice");

    mallory
        .send(
            "alice",
            ESCAPE
                + "[2J"
                + ESCAPE
                + "]0;owned\u0007\u009b31m\rSERVER: \u007f\b\u202egnorw\n"
                + "12:00:00 bob: not me")
        .join();

    alice.awaitScreen("mallory: ␛[2J␛]0;owned␇<U+009B>31m␍SERVER: ␡␈<U+202E>gnorw");
    alice.awaitScreen("\n         12:00:00 bob: not me");
    assertThat(alice.raw())
        .doesNotContain(ESCAPE + "[2J", ESCAPE + "]0;", "\u009b", "\u202e", "\b\u202e");
  }

  @Test
  void a_burst_of_5000_messages_is_shown_whole_and_in_order() throws Exception {
    ChatClient bob = join("bob");
    PseudoTerminal alice = startAs("alice");
    alice.type("@bob typed");

    List<CompletableFuture<Void>> sent =
        IntStream.range(0, 5_000).mapToObj(i -> bob.send("alice", "<" + i + ">")).toList();
    sent.forEach(CompletableFuture::join);

    alice.awaitScreen("bob: <4999>\nTo: @bob typed");
    assertThat(Pattern.compile("<(\\d+)>").matcher(alice.raw()).results().map(m -> m.group(1)))
        .containsExactlyElementsOf(IntStream.range(0, 5_000).mapToObj(String::valueOf).toList());
  }

  @Test
  void follows_the_size_of_the_terminal() throws Exception {
    ChatClient bob = join("bob");
    PseudoTerminal alice = startAs("alice");
    alice.type("typed text").awaitScreen("To: typed text");

    alice.resize(40, 12);
    bob.send("alice", "one two three four five six 七八九 עשר eleven").join();

    alice.awaitScreen("bob: one two three four five\n");
    assertThat(alice.screen()).contains("\n         six 七八九 עשר eleven\nTo: typed text");
  }

  @Test
  void a_name_that_is_taken_is_asked_for_again() throws Exception {
    join("alice");
    PseudoTerminal alice =
        start(Map.of(), "--host", "127.0.0.1", "--port", "" + server.port(), "--name", "Alice");

    alice.awaitScreen("Username already in!").awaitScreen("Name:").type("Everyone\r");
    alice.awaitScreen("the name is reserved").type("alice2\r");

    alice.awaitScreen("Welcome alice2!");
  }

  @Test
  void ctrl_c_and_ctrl_d_leave_with_status_0() throws Exception {
    PseudoTerminal alice = startAs("alice");
    PseudoTerminal bob = startAs("bob");

    alice.type("half a line" + CTRL_C);
    bob.type("alice\r").awaitScreen("Msg:").type(CTRL_D);

    assertThat(alice.awaitExit()).isZero();
    assertThat(bob.awaitExit()).isZero();
    assertThat(join("alice").name()).isEqualTo("alice");
  }

  @Test
  void a_mention_rings_and_is_highlighted() throws Exception {
    ChatClient bob = join("bob");
    PseudoTerminal alice = startAs("alice");

    bob.send("alice", "no name, no bell").join();
    alice.awaitScreen("no bell");
    assertThat(alice.raw()).doesNotContain("\u0007");
    bob.endpoint("/shout", "is Alice there?").join();

    alice.awaitScreen("bob → Everyone: is Alice there?");
    assertThat(alice.raw()).contains("\u0007").containsPattern(ESCAPE + "\\[7;1mAlice");
  }

  @Test
  void no_color_is_obeyed() throws Exception {
    join("bob");
    PseudoTerminal alice =
        start(
            Map.of("NO_COLOR", "1"),
            "--host",
            "127.0.0.1",
            "--port",
            "" + server.port(),
            "--name",
            "alice");
    alice.awaitScreen("To:").type("\t").awaitScreen("/standard").type("bob\r");
    alice.awaitScreen("Msg:").type("plain\r").awaitScreen("alice → bob: plain");

    assertThat(alice.raw()).doesNotContainPattern(ESCAPE + "\\[[0-9;]*[34][0-9](;[0-9;]*)?m");
  }

  @Test
  void without_a_server_it_says_where_it_looked() throws Exception {
    PseudoTerminal alice = start(Map.of(), "--host", "127.0.0.1", "--port", "1", "--name", "alice");

    assertThat(alice.awaitExit()).isEqualTo(1);
    alice.awaitScreen("chat: can't connect to 127.0.0.1:1: Connection refused");
  }

  private PseudoTerminal startAs(String name) throws IOException {
    PseudoTerminal terminal =
        start(Map.of(), "--host", "127.0.0.1", "--port", "" + server.port(), "--name", name);
    return terminal.awaitScreen("To:");
  }

  private PseudoTerminal start(Map<String, String> environment, String... options)
      throws IOException {
    PseudoTerminal terminal =
        PseudoTerminal.start(80, 24, ChatProgram.command(options), environment);
    open.add(terminal);
    return terminal;
  }

  private ChatClient join(String name) {
    ChatClient client = ChatClient.connect("127.0.0.1", server.port(), name).join();
    open.add(client);
    return client;
  }

  private static Queue<Message> listen(ChatClient client) {
    Queue<Message> received = new ConcurrentLinkedQueue<>();
    client.listen(received::add);
    return received;
  }
}
