package dev.hubbub.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;

/**
 * A connection without a kernel: what is written is copied once, as into a socket, and what is read
 * comes in a buffer as large as those that epoll reads into. For one thread.
 */
final class MemorySocket extends EmbeddedChannel {
  private static final int READ_BYTES = 2_048;
  private static final int SENT_BYTES_MAX = 65_536;

  private final byte[] sent = new byte[SENT_BYTES_MAX];
  private int sentBytes;

  /** Adds the handler that makes the pipeline. */
  MemorySocket with(ChannelHandler pipeline) {
    pipeline().addLast(pipeline);
    return this;
  }

  /** The peer has sent this; what that makes the server write here is written. */
  void receive(byte[] bytes) {
    pipeline().fireChannelRead(alloc().ioBuffer(READ_BYTES).writeBytes(bytes));
    pipeline().fireChannelReadComplete();
    runPendingTasks();
  }

  /** Bytes that the server has sent since the last look. */
  int takeSentBytes() {
    int bytes = sentBytes;
    sentBytes = 0;
    return bytes;
  }

  /** What the server has sent since the last look. */
  String takeSent() {
    return new String(sent, 0, takeSentBytes(), StandardCharsets.UTF_8);
  }

  @Override
  protected void handleOutboundMessage(Object msg) {
    ByteBuf message = (ByteBuf) msg;
    int bytes = message.readableBytes();
    message.readBytes(sent, sentBytes, bytes);
    sentBytes += bytes;
    message.release();
  }
}
