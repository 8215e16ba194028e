package dev.hubbub.server.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.protocol.InvalidUsernameException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.Username;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.outbound.Outgoing;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.outbound.RecordingOutbound;
import dev.hubbub.server.session.Session;
import dev.hubbub.server.session.SessionRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Requests that concern all users: in slices, encoded once, and within the bound on memory. */
class SlicesTest {
  private static final int USERS = 3_000;

  private final PendingTotal memory = new PendingTotal(1_048_576);
  private final SessionRegistry registry = new SessionRegistry();
  private final Router router =
      new Router(
          registry,
          memory,
          UnpooledByteBufAllocator.DEFAULT,
          Clock.systemUTC(),
          new ServerMetrics(new SimpleMeterRegistry()));
  private final RecordingOutbound asker = new RecordingOutbound();
  private final Session alice = join("alice", asker);

  @Test
  void a_shout_is_encoded_once_and_its_memory_counted_once() {
    List<Keeping> users = IntStream.range(0, USERS).mapToObj(i -> keeping("user" + i)).toList();

    finish(begin("/shout", "news"));

    long address = users.getFirst().kept.memoryAddress();
    assertThat(users).allSatisfy(user -> assertThat(user.kept.memoryAddress()).isEqualTo(address));
    Message shout = new Message(alice.sender(), "Everyone", "news");
    assertThat(memory.bytes()).isEqualTo(MessageEncoder.encodedBytes(shout));
    users.forEach(Keeping::done);
    assertThat(memory.bytes()).isZero();
    assertThat(users).allSatisfy(user -> assertThat(user.kept.refCnt()).isZero());
  }

  @Test
  void a_shout_reaches_everyone_who_stays_exactly_once_while_others_come_and_go() {
    List<RecordingOutbound> staying = new ArrayList<>();
    List<Session> leaving = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      RecordingOutbound outbound = new RecordingOutbound();
      Session user = join("user" + i, outbound);
      if (i % 3 == 0) {
        leaving.add(user);
      } else {
        staying.add(outbound);
      }
    }
    PendingRequest shout = begin("/shout", "news");

    for (int i = 0; !shout.resume(); i++) {
      join("late" + i, new RecordingOutbound());
      registry.release(leaving.get(leaving.size() - 1 - i));
    }

    assertThat(staying).allSatisfy(user -> assertThat(user.offered()).hasSize(1));
    assertThat(asker.replyTexts()).singleElement().asString().startsWith("Message sent to ");
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void a_long_list_is_whole_and_names_everyone_once() {
    IntStream.range(0, USERS).forEach(i -> join("\"ü😀" + i, new RecordingOutbound()));

    finish(begin("/list", ""));

    String names = String.join(", ", IntStream.range(0, USERS).mapToObj(i -> "\"ü😀" + i).toList());
    assertThat(asker.replyTexts()).containsExactly("Online users (" + USERS + "): " + names);
    assertThat(asker.replies().getFirst().from()).isEqualTo(Sender.SERVER);
    assertThat(asker.replies().getFirst().to()).isEqualTo("alice");
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void requests_for_which_there_is_no_memory_are_answered_and_take_none() {
    IntStream.range(0, USERS).forEach(i -> join("user" + i, new RecordingOutbound()));
    PendingRequest list = begin("/list", "");
    assertThat(list.resume()).isFalse();
    memory.reserve(Math.toIntExact(memory.bytesMax() / 8 * 7 - memory.bytes()));
    long full = memory.bytes();

    assertThat(list.resume()).isTrue();
    memory.reserve(Math.toIntExact(full - memory.bytes()));
    assertThat(router.route(alice, message("/shout", "news"))).isNull();

    assertThat(asker.replyTexts())
        .containsExactly(
            "❌ Error: User '/list' is not available.", "❌ Error: User '/shout' is not available.");
    assertThat(memory.bytes()).isEqualTo(full);
  }

  @Test
  void what_is_abandoned_gives_its_memory_back() {
    IntStream.range(0, USERS).forEach(i -> join("user" + i, new RecordingOutbound()));
    for (String command : List.of("/list", "/shout")) {
      PendingRequest request = begin(command, "news");
      assertThat(request.resume()).isFalse();

      request.abandon();

      assertThat(memory.bytes()).isZero();
    }
  }

  private PendingRequest begin(String to, String msg) {
    return Objects.requireNonNull(router.route(alice, message(to, msg)));
  }

  private static void finish(PendingRequest request) {
    int slices = 1;
    while (!request.resume()) {
      slices++;
    }
    assertThat(slices).isGreaterThan(1);
  }

  private static Message message(String to, String msg) {
    return new Message(new Sender("", ""), to, msg);
  }

  private Keeping keeping(String name) {
    Keeping outbound = new Keeping();
    join(name, outbound);
    return outbound;
  }

  private Session join(String name, Outbound outbound) {
    try {
      Session session = registry.claim(Username.of(name), "10.0.0.1", outbound).orElseThrow();
      registry.join(session);
      return session;
    } catch (InvalidUsernameException e) {
      throw new AssertionError(e);
    }
  }

  /** A receiver that keeps what it is given, like one that does not read. */
  private static final class Keeping implements Outbound {
    private ByteBuf kept = Unpooled.EMPTY_BUFFER;
    private Runnable whenDone = () -> {};

    @Override
    public boolean offer(Outgoing message) {
      kept = message.open();
      whenDone = Objects.requireNonNull(message.whenDone());
      return true;
    }

    @Override
    public boolean reply(Outgoing reply) {
      return offer(reply);
    }

    @Override
    public void finish() {}

    void done() {
      kept.release();
      whenDone.run();
    }
  }
}
