package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hubbub.server.metrics.ServerMetrics;
import dev.hubbub.server.outbound.PendingTotal;
import dev.hubbub.server.testing.Pieces;
import dev.hubbub.server.testing.ReferenceFrames;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Framing on a channel: neither how a stream was cut nor when the client was not read from changes
 * what is passed on, and no buffer is left behind.
 */
class FramerFuzzTest {
  private static final int OBJECT_BYTES_MAX = 64;

  private final ServerMetrics metrics = new ServerMetrics(new SimpleMeterRegistry());
  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

  /** The first byte says how the others are cut, and when reading pauses. */
  @FuzzTest
  void cuts_and_pauses_change_nothing(byte[] input) {
    byte[] stream = Pieces.stream(input);
    MessageFramer framer =
        new MessageFramer(
            new FramerLoop(
                new TurnQueue(),
                new Scanners(OBJECT_BYTES_MAX),
                new PendingTotal(1_048_576),
                metrics),
            null);
    EmbeddedChannel channel = new EmbeddedChannel(framer);
    channel.freezeTime();
    channel.config().setAllocator(allocator);

    SplittableRandom random = new SplittableRandom(stream.length);
    for (byte[] piece : Pieces.of(input)) {
      pauseOrGoOn(channel, framer, random);
      channel.writeInbound(allocator.buffer(piece.length).writeBytes(piece));
    }
    goOn(channel, framer);
    channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    takeTurns(channel, stream.length);

    assertThat(passedOn(channel)).isEqualTo(expected(stream));
    channel.finishAndReleaseAll();
    assertThat(allocator.metric().usedHeapMemory()).isZero();
  }

  // Each byte may be a turn, at most.
  private static void takeTurns(EmbeddedChannel channel, int turns) {
    for (int i = 0; i <= turns; i++) {
      channel.advanceTimeBy(1, TimeUnit.NANOSECONDS);
      channel.runPendingTasks();
    }
  }

  private static void pauseOrGoOn(
      EmbeddedChannel channel, MessageFramer framer, SplittableRandom random) {
    switch (random.nextInt(6)) {
      case 0 -> framer.hold();
      case 1 -> setWritable(channel, false);
      case 2 -> goOn(channel, framer);
      default -> {}
    }
  }

  private static void goOn(EmbeddedChannel channel, MessageFramer framer) {
    setWritable(channel, true);
    framer.resume(channel.pipeline().firstContext());
    channel.runPendingTasks();
  }

  private static void setWritable(EmbeddedChannel channel, boolean writable) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    channel.runPendingTasks();
  }

  private static List<String> passedOn(EmbeddedChannel channel) {
    List<String> frames = new ArrayList<>();
    for (Object next = channel.readInbound(); next != null; next = channel.readInbound()) {
      if (next instanceof ByteBuf object) {
        frames.add(object.toString(StandardCharsets.ISO_8859_1));
        object.release();
      } else {
        frames.add(next.toString());
      }
    }
    return frames;
  }

  private static List<String> expected(byte[] stream) {
    ReferenceFrames reference = ReferenceFrames.of(stream, OBJECT_BYTES_MAX);
    List<String> frames = new ArrayList<>(reference.frames());
    if (reference.insideObject()) {
      frames.add(BadFrame.TRUNCATED.name());
    }
    return frames;
  }
}
