package dev.hubbub.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.Sender;
import dev.hubbub.server.testing.Pieces;
import dev.hubbub.server.testing.Received;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Registration and what follows, on the server's own pipeline with a frozen clock: any bytes, cut
 * anywhere, with any silences between them, are answered as {@link ReferenceConnection} says.
 */
class RegistrationFuzzTest {
  private static final WireLimits LIMITS = EmbeddedConnection.limits(300);

  // Bytes that UTF-8 doesn't have stand for the end of the stream, and for silences: 10 s, 49 ms,
  // and with 0xFD 50 ms.
  private static final int END = 0xFF;
  private static final int LONG_SILENCE = 0xFE;
  private static final int SHORT_SILENCE = 0xFC;

  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration LONG_STEP = Duration.ofSeconds(2);
  private static final int LONG_STEPS = 5;

  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

  /** The first byte says how the others are cut. */
  @FuzzTest
  void every_stream_is_answered_as_the_contract_has_it(byte[] input) {
    EmbeddedConnection connection = EmbeddedConnection.open(LIMITS, allocator);
    ReferenceConnection reference = new ReferenceConnection(LIMITS);
    ByteArrayOutputStream burst = new ByteArrayOutputStream();
    boolean ended = false;
    for (byte b : Pieces.stream(input)) {
      int mark = Byte.toUnsignedInt(b);
      if (mark < SHORT_SILENCE) {
        burst.write(b);
        continue;
      }
      send(connection, reference, burst, input[0]);
      if (mark == END) {
        connection.endInput();
        reference.endInput();
        ended = true;
        break;
      }
      pass(connection, reference, mark);
    }
    if (!ended) {
      send(connection, reference, burst, input.length == 0 ? 0 : input[0]);
    }

    List<Received> replies = connection.read();
    assertThat(shapes(replies)).isEqualTo(reference.replies());
    replies.forEach(RegistrationFuzzTest::assertFits);
    assertThat(connection.registry().size()).isEqualTo(reference.isOnline() ? 1 : 0);
    assertThat(connection.socket().isActive() && !connection.socket().isOutputShutdown())
        .isEqualTo(reference.isOpen());
    connection.close();
    assertThat(connection.registry().size()).isZero();
    assertThat(allocator.metric().usedHeapMemory()).isZero();
    assertThat(allocator.metric().usedDirectMemory()).isZero();
  }

  private static void send(
      EmbeddedConnection connection,
      ReferenceConnection reference,
      ByteArrayOutputStream burst,
      int cut) {
    byte[] bytes = burst.toByteArray();
    burst.reset();
    if (bytes.length > 0 && connection.socket().isOpen()) {
      Pieces.cut(bytes, cut).forEach(connection::send);
      reference.receive(bytes);
    }
  }

  private static void pass(
      EmbeddedConnection connection, ReferenceConnection reference, int silence) {
    boolean isLong = silence == LONG_SILENCE;
    Duration step = silence == SHORT_SILENCE ? STEP.minusMillis(1) : isLong ? LONG_STEP : STEP;
    int steps = isLong ? LONG_STEPS : 1;
    for (int i = 0; i < steps; i++) {
      connection.advance(step);
      reference.advance(step);
    }
  }

  // The server's own words by how they begin; those of the user, who writes to itself, in full.
  private static List<String> shapes(List<Received> replies) {
    List<String> shapes = new ArrayList<>();
    for (Received reply : replies) {
      shapes.add(
          reply.isFromServer()
              ? ReferenceConnection.shape(reply.to(), reply.msg())
              : reply.fromName() + ">" + reply.to() + ":" + reply.msg());
    }
    return shapes;
  }

  private static void assertFits(Received reply) {
    if (reply.isFromServer()) {
      Message message = new Message(Sender.SERVER, reply.to(), reply.msg());
      assertThat(MessageEncoder.encodedBytes(message))
          .isLessThanOrEqualTo(Limits.SERVER_MESSAGE_BYTES_MAX);
    }
  }
}
