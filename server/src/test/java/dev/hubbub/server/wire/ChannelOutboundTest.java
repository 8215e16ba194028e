package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.outbound.Outbound;
import dev.hubbub.server.outbound.Outgoing;
import dev.hubbub.server.testing.Received;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The outgoing side of a user, with a peer that reads or doesn't, and a frozen clock. */
class ChannelOutboundTest {
  private static final int LIMIT_BYTES = (int) EmbeddedConnection.SLOW_RECEIVERS.pendingBytesMax();
  private static final int FRAME_BYTES =
      "{\"from\":{\"name\":\"b\",\"ip\":\"c\"},\"to\":\"a\",\"msg\":\"\"}\n".length();
  private static final Duration STALL = EmbeddedConnection.SLOW_RECEIVERS.stallMax();
  private static final Duration LOOK = EmbeddedConnection.SLOW_RECEIVERS.lookInterval();

  private final EmbeddedConnection user = EmbeddedConnection.joined("alice");
  private final EmbeddedSocket socket = user.socket();
  private final Outbound outbound = user.session("alice").outbound();
  private final List<ByteBuf> given = new ArrayList<>();

  @AfterEach
  void every_buffer_is_released() {
    user.close();
    assertThat(given).extracting(ByteBuf::refCnt).containsOnly(0);
  }

  @Test
  void a_burst_over_the_limit_is_delivered_to_a_peer_that_reads() {
    for (int i = 0; i < 50; i++) {
      assertThat(offer(LIMIT_BYTES / 10)).isTrue();
    }
    socket.runPendingTasks();

    assertThat(user.read()).hasSize(50);
    assertThat(user.slowReceivers()).isZero();
  }

  @Test
  void a_peer_that_does_not_read_is_disconnected_at_the_limit() {
    socket.stick();

    assertThat(offer(LIMIT_BYTES)).isTrue();
    assertThat(socket.isOpen()).isTrue();
    assertThat(offer(1)).isFalse();

    socket.runPendingTasks();
    assertThat(socket.isOpen()).isFalse();
    assertThat(user.slowReceivers()).isEqualTo(1);
    assertThat(user.registry().size()).isZero();
  }

  @Test
  void nothing_is_allocated_for_what_is_refused() {
    socket.stick();
    offer(LIMIT_BYTES);
    int taken = given.size();

    assertThat(offer(1)).isFalse();
    assertThat(offer(1)).isFalse();

    assertThat(given).hasSize(taken);
  }

  @Test
  void one_message_is_taken_when_none_waits_however_long_it_is() {
    socket.stick();

    assertThat(offer(10 * LIMIT_BYTES)).isTrue();
    assertThat(offer(1)).isFalse();
  }

  @Test
  void a_reply_is_taken_while_no_more_than_the_limit_waits() {
    socket.stick();
    assertThat(offer(LIMIT_BYTES - 100)).isTrue();

    assertThat(outbound.reply(message(10 * LIMIT_BYTES))).isTrue();
    assertThat(outbound.reply(message(1))).isFalse();
  }

  @Test
  void a_refused_receiver_takes_nothing_any_more_and_is_counted_once() {
    socket.stick();
    offer(LIMIT_BYTES);

    assertThat(offer(1)).isFalse();
    assertThat(offer(1)).isFalse();
    assertThat(outbound.reply(message(1))).isFalse();

    assertThat(user.slowReceivers()).isEqualTo(1);
  }

  @Test
  void a_peer_that_takes_nothing_for_10_s_is_disconnected_however_little_waits() {
    socket.stick();
    assertThat(offer(1)).isTrue();
    socket.runPendingTasks();

    advance(STALL.minus(LOOK));
    assertThat(socket.isOpen()).isTrue();
    advance(LOOK.multipliedBy(2));

    assertThat(socket.isOpen()).isFalse();
    assertThat(user.slowReceivers()).isEqualTo(1);
  }

  @Test
  void a_part_of_a_message_is_progress() {
    socket.stick();
    offer(50_000);
    socket.runPendingTasks();

    for (int i = 0; i < 30; i++) {
      advance(STALL.dividedBy(2));
      socket.takePartOfFirst(1);
    }

    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void new_messages_are_no_progress() {
    socket.stick();

    for (int i = 0; i < 12; i++) {
      offer(10);
      socket.runPendingTasks();
      advance(LOOK);
    }

    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void a_peer_that_has_caught_up_may_be_idle_for_ever() {
    socket.stick();
    offer(10);
    socket.runPendingTasks();
    advance(STALL.dividedBy(2));
    socket.unstick();

    advance(STALL.multipliedBy(3));

    assertThat(socket.isOpen()).isTrue();
    assertThat(user.read()).hasSize(1);
  }

  @Test
  void a_second_stall_is_timed_from_its_own_beginning() {
    socket.stick();
    offer(10);
    socket.runPendingTasks();
    advance(STALL.minus(LOOK));
    socket.unstick();
    socket.stick();
    offer(10);
    socket.runPendingTasks();

    advance(STALL.minus(LOOK));

    assertThat(socket.isOpen()).isTrue();
  }

  @Test
  void a_finished_user_gets_what_waits_then_the_farewell_and_then_the_end() {
    socket.stick();
    offer(10);
    offer(20);

    outbound.finish();

    assertThat(offer(30)).isFalse();
    assertThat(user.registry().size()).isZero();
    assertThat(socket.isOutputShutdown()).isFalse();
    socket.unstick();
    assertThat(user.read())
        .extracting(Received::msg)
        .containsExactly("m".repeat(10), "m".repeat(20), "Server is shutting down.");
    assertThat(socket.isOutputShutdown()).isTrue();
  }

  @Test
  void a_finished_user_that_does_not_read_is_disconnected_like_any_other() {
    socket.stick();
    offer(10);
    outbound.finish();
    socket.runPendingTasks();

    advance(STALL.plus(LOOK));

    assertThat(socket.isOpen()).isFalse();
  }

  @Test
  void a_closed_connection_takes_nothing() {
    socket.close();

    offer(10);

    assertThat(user.read()).isEmpty();
  }

  private void advance(Duration time) {
    for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plus(LOOK)) {
      user.advance(LOOK);
    }
  }

  private boolean offer(int textBytes) {
    return outbound.offer(message(textBytes));
  }

  private Outgoing message(int textBytes) {
    return new Opened(textBytes);
  }

  private ByteBuf buffer(int textBytes) {
    String json =
        "{\"from\":{\"name\":\"b\",\"ip\":\"c\"},\"to\":\"a\",\"msg\":\""
            + "m".repeat(textBytes)
            + "\"}\n";
    ByteBuf message = Unpooled.copiedBuffer(json, StandardCharsets.UTF_8);
    given.add(message);
    return message;
  }

  /** A message whose buffer exists only once it is taken. */
  private final class Opened implements Outgoing {
    private final int textBytes;

    Opened(int textBytes) {
      this.textBytes = textBytes;
    }

    @Override
    public int bytes() {
      return textBytes + FRAME_BYTES;
    }

    @Override
    public int memoryBytes() {
      return bytes();
    }

    @Override
    public ByteBuf open() {
      return buffer(textBytes);
    }
  }
}
