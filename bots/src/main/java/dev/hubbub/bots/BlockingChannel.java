package dev.hubbub.bots;

import dev.hubbub.cli.HostPort;
import dev.hubbub.measure.result.TlsUse;
import dev.hubbub.tls.ClientTls;
import dev.hubbub.tls.ClientTlsFiles;
import dev.hubbub.tls.TlsFailure;
import dev.hubbub.tls.TlsSession;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A channel, with TLS or without, that one thread writes to and reads from and waits for. */
final class BlockingChannel {
  private final EventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("check", true), NioIoHandler.newFactory());
  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final Duration timeout;
  private final @Nullable ClientTls tls;
  private @Nullable Channel channel;

  /** Bytes, or why no more will come. */
  private record Arrived(ByteBuf bytes, @Nullable IOException end) {}

  private BlockingChannel(@Nullable ClientTls tls, Duration timeout) {
    this.tls = tls;
    this.timeout = timeout;
  }

  /**
   * Connects.
   *
   * @param files null for plain TCP
   * @param timeout for this and every later wait
   * @throws IOException if nobody answers, or a handshake fails
   */
  static BlockingChannel connect(HostPort server, @Nullable ClientTlsFiles files, Duration timeout)
      throws IOException {
    ClientTls tls = files == null ? null : ClientTls.load(files, timeout);
    BlockingChannel blocking = new BlockingChannel(tls, timeout);
    try {
      blocking.open(server.host(), server.port());
      return blocking;
    } catch (IOException e) {
      blocking.close();
      throw e;
    }
  }

  /** What was agreed on for TLS; null for plain TCP. */
  @Nullable TlsUse tls() {
    SslHandler handler = open().pipeline().get(SslHandler.class);
    if (handler == null) {
      return null;
    }
    TlsSession session = TlsSession.of(handler);
    return new TlsUse(session.version(), session.cipher(), session.engine());
  }

  ByteBufAllocator allocator() {
    return open().alloc();
  }

  void write(ByteBuf bytes) throws IOException {
    await(open().writeAndFlush(bytes));
  }

  /**
   * The next bytes.
   *
   * @throws SocketTimeoutException if none come in time
   * @throws EOFException at the end of the stream
   */
  ByteBuf read() throws IOException {
    Arrived next;
    try {
      next = arrived.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      throw interrupted();
    }
    if (next == null) {
      throw new SocketTimeoutException("nothing within " + timeout.toMillis() + " ms");
    }
    if (next.end() != null) {
      throw next.end();
    }
    return next.bytes();
  }

  void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    if (tls != null) {
      tls.close();
    }
  }

  private void open(String host, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(resolved(host), port);
    channel = new NioSocketChannel();
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
    }
    channel.pipeline().addLast(new Reader());
    await(loop.register(channel));
    await(channel.connect(address));
    SslHandler handler = channel.pipeline().get(SslHandler.class);
    if (handler != null) {
      await(handler.handshakeFuture());
    }
  }

  private Channel open() {
    if (channel == null) {
      throw new IllegalStateException("not connected");
    }
    return channel;
  }

  private void await(Future<?> step) throws IOException {
    try {
      if (!step.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new SocketTimeoutException("nothing within " + timeout.toMillis() + " ms");
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    if (!step.isSuccess()) {
      throw new IOException(TlsFailure.describe(step.cause()), step.cause());
    }
  }

  private static InetAddress resolved(String host) throws IOException {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IOException("no such host", e);
    }
  }

  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  private final class Reader extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) {
      ByteBuf read = (ByteBuf) bytes;
      arrived.add(new Arrived(Unpooled.copiedBuffer(read), null));
      read.release();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      arrived.add(new Arrived(Unpooled.EMPTY_BUFFER, new EOFException("it closed the connection")));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      arrived.add(
          new Arrived(Unpooled.EMPTY_BUFFER, new IOException(TlsFailure.describe(cause), cause)));
      ctx.close();
    }
  }
}
