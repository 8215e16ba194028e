package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Framing, thin over the scanner: pauses, the end of the stream, and whose the buffers are. */
class MessageFramerTest {
  private final PendingTotal memory = new PendingTotal(1_048_576);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Object> passedOn = new ArrayList<>();
  private final List<ByteBuf> given = new ArrayList<>();
  private final EmbeddedChannel channel = new EmbeddedChannel(framer(100), new Recorder());

  @BeforeEach
  void freezeTime() {
    channel.freezeTime();
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void objects_may_be_cut_and_glued() {
    feed("{1}{", "2", "} {3}\n{4", "}");

    assertThat(passedOn).containsExactly("{1}", "{2}", "{3}", "{4}");
    assertAllReleased();
  }

  @Test
  void garbage_is_passed_on_as_such_and_the_stream_goes_on() {
    feed("{1}x", "y\n{2}");

    assertThat(passedOn).containsExactly("{1}", BadFrame.GARBAGE, "{2}");
    assertAllReleased();
  }

  @Test
  void after_an_object_too_large_nothing_is_passed_on() {
    feed("{1}{" + "x".repeat(100), "}{2}", "{3}");

    assertThat(passedOn).containsExactly("{1}", BadFrame.TOO_LARGE);
    assertAllReleased();
  }

  @Test
  void after_an_object_too_deep_nothing_is_passed_on() {
    feed("{".repeat(17) + "}".repeat(17) + "{2}", "{3}");

    assertThat(passedOn).containsExactly(BadFrame.TOO_DEEP);
    assertAllReleased();
  }

  @Test
  void the_end_of_the_stream_comes_after_what_was_read() {
    feed("{1}");
    endInput();

    assertThat(passedOn).containsExactly("{1}", ChannelInputShutdownEvent.INSTANCE);
  }

  @Test
  void an_object_that_is_not_whole_at_the_end_is_truncated() {
    feed("{1}{2");
    endInput();

    assertThat(passedOn)
        .containsExactly("{1}", BadFrame.TRUNCATED, ChannelInputShutdownEvent.INSTANCE);
    channel.close();
    assertAllReleased();
  }

  @Test
  void while_the_channel_is_not_writable_nothing_is_passed_on_and_nothing_read() {
    writable(false);
    feed("{1}{2}", "{3}");

    assertThat(passedOn).isEmpty();
    assertThat(channel.config().isAutoRead()).isFalse();

    writable(true);

    assertThat(passedOn).containsExactly("{1}", "{2}", "{3}");
    assertThat(channel.config().isAutoRead()).isTrue();
    assertAllReleased();
  }

  @Test
  void the_end_of_the_stream_waits_for_what_was_paused() {
    writable(false);
    feed("{1}{2}");
    endInput();
    assertThat(passedOn).isEmpty();

    writable(true);

    assertThat(passedOn).containsExactly("{1}", "{2}", ChannelInputShutdownEvent.INSTANCE);
    assertAllReleased();
  }

  @Test
  void a_pause_may_come_between_two_objects_of_one_read() {
    channel.pipeline().addBefore(context(), null, new PauseAfter("{1}"));
    feed("{1}{2}");
    assertThat(passedOn).containsExactly("{1}");

    writable(true);

    assertThat(passedOn).containsExactly("{1}", "{2}");
  }

  @Test
  void after_a_turns_worth_others_come_first_and_nothing_is_read() {
    feed("{1}".repeat(100));

    assertThat(passedOn).hasSize(32);
    assertThat(channel.config().isAutoRead()).isFalse();

    nextPass();
    assertThat(passedOn).hasSize(64);
    nextPass();
    nextPass();
    assertThat(passedOn).hasSize(100);
    assertThat(channel.config().isAutoRead()).isTrue();
    assertAllReleased();
  }

  @Test
  void the_end_of_the_stream_waits_for_the_last_turn() {
    feed("{1}".repeat(40));
    endInput();
    assertThat(passedOn).hasSize(32);

    nextPass();

    assertThat(passedOn).hasSize(41).last().isEqualTo(ChannelInputShutdownEvent.INSTANCE);
  }

  @Test
  void long_objects_use_a_turn_up_sooner() {
    feed(("{" + "x".repeat(90) + "}").repeat(2));
    assertThat(passedOn).hasSize(2);

    EmbeddedChannel large = new EmbeddedChannel(framer(100_000), new Recorder());
    large.freezeTime();
    large.writeInbound(
        Unpooled.copiedBuffer(("{" + "x".repeat(60_000) + "}").repeat(3), StandardCharsets.UTF_8));

    assertThat(passedOn).hasSize(3);
    large.finishAndReleaseAll();
  }

  @Test
  void while_there_is_no_memory_for_a_reply_nothing_is_passed_on() {
    memory.reserveForReply(Math.toIntExact(memory.bytesMax()));
    feed("{1}");
    assertThat(passedOn).isEmpty();
    assertThat(channel.config().isAutoRead()).isFalse();

    memory.release(Math.toIntExact(memory.bytesMax()));
    channel.advanceTimeBy(10, TimeUnit.MILLISECONDS);
    channel.runPendingTasks();

    assertThat(passedOn).containsExactly("{1}");
    assertThat(channel.config().isAutoRead()).isTrue();
    assertThat(pauses("memory")).isEqualTo(1);
  }

  @Test
  void a_pause_for_unread_replies_is_counted_once() {
    writable(false);
    feed("{1}", "{2}");
    writable(true);

    assertThat(pauses("replies")).isEqualTo(1);
  }

  @Test
  void a_client_ahead_of_its_rate_waits_until_it_no_longer_is() {
    MessageRate rate = new MessageRate(10, channel.eventLoop().ticker().nanoTime());
    EmbeddedChannel limited = new EmbeddedChannel();
    limited.freezeTime();
    limited.pipeline().addLast(framer(100, rate), new Recorder());

    limited.writeInbound(Unpooled.copiedBuffer("{1}".repeat(12), StandardCharsets.UTF_8));
    int burst = passedOn.size();
    limited.advanceTimeBy(100, TimeUnit.MILLISECONDS);
    limited.runPendingTasks();

    assertThat(burst).isBetween(9, 11);
    assertThat(passedOn).hasSize(burst + 1);
    limited.finishAndReleaseAll();
  }

  @Test
  void a_closed_connection_leaves_no_buffer() {
    feed("{1}{2");
    channel.close();

    assertAllReleased();
  }

  @Test
  void a_framer_that_is_removed_leaves_no_buffer() {
    writable(false);
    feed("{1}{2");
    channel.pipeline().remove(MessageFramer.class);

    assertAllReleased();
  }

  @Test
  void only_an_incomplete_object_is_kept_and_in_a_buffer_of_its_own_size() {
    feed("{1}" + " ".repeat(10_000) + "{2");

    assertAllReleased();
    feed("}");
    assertThat(passedOn).containsExactly("{1}", "{2}");
  }

  private void feed(String... pieces) {
    for (String piece : pieces) {
      ByteBuf bytes = Unpooled.copiedBuffer(piece, StandardCharsets.UTF_8);
      given.add(bytes);
      channel.writeInbound(bytes);
    }
  }

  private void endInput() {
    channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
  }

  private void writable(boolean writable) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    nextPass();
  }

  // What waits for its turn has it once the loop has looked at its sockets again.
  private void nextPass() {
    channel.runPendingTasks();
    channel.advanceTimeBy(1, TimeUnit.NANOSECONDS);
    channel.runPendingTasks();
  }

  private String context() {
    return channel.pipeline().context(Recorder.class).name();
  }

  private void assertAllReleased() {
    assertThat(given).extracting(ByteBuf::refCnt).containsOnly(0);
  }

  private double pauses(String reason) {
    return meters.get("hubbub.clients.paused").tag("reason", reason).counter().count();
  }

  private MessageFramer framer(int objectBytesMax) {
    return framer(objectBytesMax, null);
  }

  private MessageFramer framer(int objectBytesMax, @Nullable MessageRate rate) {
    FramerLoop loop =
        new FramerLoop(
            new TurnQueue(), new Scanners(objectBytesMax), memory, new ServerMetrics(meters));
    return new MessageFramer(loop, rate);
  }

  /** Keeps what is passed on, objects as text. */
  private final class Recorder extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      if (msg instanceof ByteBuf object) {
        passedOn.add(object.toString(StandardCharsets.UTF_8));
        object.release();
      } else {
        passedOn.add(msg);
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      passedOn.add(event);
    }
  }

  /** Makes the channel unwritable when an object passes, as a long reply does. */
  private static final class PauseAfter extends ChannelInboundHandlerAdapter {
    private final String object;

    PauseAfter(String object) {
      this.object = object;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
      if (msg instanceof ByteBuf bytes && bytes.toString(StandardCharsets.UTF_8).equals(object)) {
        ctx.channel().unsafe().outboundBuffer().setUserDefinedWritability(1, false);
      }
      ctx.fireChannelRead(msg);
    }
  }
}
