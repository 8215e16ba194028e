package dev.hubbub.benchmarks.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * A connection without a kernel: what is written is copied once, as into a socket, and what is read
 * comes in a buffer as large as those that epoll reads into. On its event loop only.
 */
final class MemoryChannel extends AbstractChannel {
  private static final ChannelMetadata METADATA = new ChannelMetadata(false, 16);
  private static final SocketAddress PEER =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  private static final int READ_BYTES = 2_048;

  private final ChannelConfig config = new DefaultChannelConfig(this);
  private final byte[] kernel;
  private long sentBytes;
  private boolean closed;

  /** A channel whose output is copied to the given place, which it may share with others. */
  MemoryChannel(byte[] kernel) {
    super(null);
    this.kernel = kernel;
  }

  /** The peer has sent this, and it is read at once. */
  void receive(byte[] bytes) {
    receive(bytes, bytes.length);
  }

  /** The same with the first so many of these bytes. */
  void receive(byte[] bytes, int length) {
    pipeline().fireChannelRead(alloc().ioBuffer(READ_BYTES).writeBytes(bytes, 0, length));
    pipeline().fireChannelReadComplete();
  }

  /** Bytes that were sent since the last look. */
  long takeSentBytes() {
    long bytes = sentBytes;
    sentBytes = 0;
    return bytes;
  }

  @Override
  protected void doWrite(ChannelOutboundBuffer in) {
    for (Object next = in.current(); next != null; next = in.current()) {
      ByteBuf message = (ByteBuf) next;
      sentBytes += message.readableBytes();
      while (message.isReadable()) {
        message.readBytes(kernel, 0, Math.min(kernel.length, message.readableBytes()));
      }
      in.remove();
    }
  }

  @Override
  public ChannelConfig config() {
    return config;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public boolean isActive() {
    return !closed;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return true;
  }

  @Override
  protected SocketAddress localAddress0() {
    return PEER;
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return PEER;
  }

  @Override
  protected void doClose() {
    closed = true;
  }

  @Override
  protected void doDisconnect() {
    closed = true;
  }

  // The peer decides when something is read.
  @Override
  protected void doBeginRead() {}

  @Override
  protected void doBind(SocketAddress localAddress) {
    throw new UnsupportedOperationException();
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new Connected();
  }

  private final class Connected extends AbstractUnsafe {
    @Override
    public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
      promise.setFailure(new UnsupportedOperationException());
    }
  }
}
