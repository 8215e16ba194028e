package dev.hubbub.server.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.RecordingOutbound;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The router over recorded receivers, without a socket. */
class RouterTest {
  private static final Sender CLAIMED = new Sender("mallory", "6.6.6.6");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:30:45Z"), ZoneId.of("+05:30"));

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SessionRegistry registry = new SessionRegistry();
  private final PendingTotal memory = new PendingTotal(1_048_576);
  private final Router router =
      new Router(
          registry, memory, UnpooledByteBufAllocator.DEFAULT, CLOCK, new ServerMetrics(meters));
  private final Session alice = join("Alice");
  private final Session bob = join("bob");

  @Test
  void a_message_to_a_user_is_delivered_with_the_real_sender_and_not_acknowledged() {
    route("bob", "hi");

    assertThat(outbound(bob).offered())
        .containsExactly(new Message(new Sender("Alice", "10.0.0.1"), "bob", "hi"));
    assertThat(outbound(alice).replies()).isEmpty();
    assertCounted("delivered");
  }

  @Test
  void a_message_to_oneself_is_delivered() {
    route("Alice", "note");

    assertThat(outbound(alice).offered()).extracting(Message::msg).containsExactly("note");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alice", "ALICE", " bob", "Everyone", "SERVER", "nobody"})
  void only_the_exact_name_is_a_user(String to) {
    route(to, "hi");

    assertThat(outbound(alice).offered()).isEmpty();
    assertThat(outbound(bob).offered()).isEmpty();
    assertReply("❌ Error: User '" + to + "' is not available.");
    assertCounted("unavailable");
  }

  @Test
  void a_receiver_that_refuses_is_not_available() {
    outbound(bob).refuse();

    route("bob", "hi");

    assertReply("❌ Error: User 'bob' is not available.");
    assertCounted("unavailable");
  }

  @Test
  void a_user_who_has_left_is_not_available() {
    registry.release(bob);

    route("bob", "hi");

    assertReply("❌ Error: User 'bob' is not available.");
  }

  @Test
  void a_slash_means_an_endpoint_and_nothing_else() {
    route("/bob", "hi");

    assertReply("❌ Error: Unknown command '/bob'. Send to /help for the commands.");
    assertCounted("unknown_command");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "x"})
  void replies_repeat_at_most_64_code_points(String first) {
    String to = first + "😀".repeat(100);

    route(to, "hi");

    assertThat(outbound(alice).replyTexts().getFirst())
        .contains("'" + first + "😀".repeat(63) + "'");
  }

  @Test
  void time_is_that_of_the_server() {
    route("/time", "");

    assertReply("Server time: 18:00:45 (2026-11-22, UTC+05:30)");
    assertCounted("endpoint");
  }

  @Test
  void list_leaves_out_the_requester_only() {
    join("carol");

    route("/list", "");

    assertReply("Online users (2): bob, carol");
  }

  @Test
  void list_knows_the_only_user() {
    registry.release(bob);

    route("/list", "");

    assertReply("You are the only active user!");
  }

  @Test
  void shout_goes_to_everyone_but_the_sender() {
    Session carol = join("carol");

    route("/shout", "hear me");

    Message shout = new Message(new Sender("Alice", "10.0.0.1"), "Everyone", "hear me");
    assertThat(outbound(bob).offered()).containsExactly(shout);
    assertThat(outbound(carol).offered()).containsExactly(shout);
    assertThat(outbound(alice).offered()).isEmpty();
    assertReply("Message sent to 2 users");
  }

  @Test
  void shout_does_not_count_those_who_refuse() {
    join("carol");
    outbound(bob).refuse();

    route("/shout", "hear me");

    assertReply("Message sent to 1 users");
  }

  @Test
  void help_lists_all_endpoints_and_each_of_them_answers() {
    route("/help", "");

    List<String> lines = outbound(alice).replyTexts().getFirst().lines().toList();
    assertThat(lines).hasSize(6).startsWith("Available commands:");
    for (String line : lines.subList(1, lines.size())) {
      route(line.substring(0, line.indexOf(' ')), "");
      assertThat(outbound(alice).replyTexts().getLast()).doesNotContain("Unknown command");
    }
  }

  @Test
  void replies_come_from_the_server_and_name_the_user() {
    route("/standard", "");

    Message reply = outbound(alice).replies().getFirst();
    assertThat(reply.from()).isEqualTo(new Sender("SERVER", "0.0.0.0"));
    assertThat(reply.to()).isEqualTo("Alice");
  }

  private void route(String to, String msg) {
    PendingRequest rest = router.route(alice, new Message(CLAIMED, to, msg));
    boolean done = rest == null;
    while (!done) {
      done = Objects.requireNonNull(rest).resume();
    }
  }

  private void assertReply(String text) {
    assertThat(outbound(alice).replyTexts()).containsExactly(text);
  }

  private void assertCounted(String outcome) {
    assertThat(meters.get("hubbub.messages").tag("outcome", outcome).counter().count())
        .isEqualTo(1);
  }

  private Session join(String name) {
    try {
      Session session =
          registry.claim(Username.of(name), "10.0.0.1", new RecordingOutbound()).orElseThrow();
      registry.join(session);
      return session;
    } catch (InvalidUsernameException e) {
      throw new AssertionError(e);
    }
  }

  private static RecordingOutbound outbound(Session session) {
    return (RecordingOutbound) session.outbound();
  }
}
