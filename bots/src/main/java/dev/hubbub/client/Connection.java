package dev.hubbub.client;

import dev.hubbub.protocol.Message;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The connection of one client and its event loop, which ends with it. Safe for use by several
 * threads.
 */
final class Connection {
  private static final long LEAVE_SECONDS_MAX = 2;
  private static final long CLOSE_SECONDS_MAX = 5;

  private final ChatConfig config;
  private final EventLoopGroup group;
  private final EventLoop loop;
  private final SocketChannel channel = new NioSocketChannel();
  private final Inbox inbox;
  private final ClientHandler handler;

  Connection(ChatConfig config, String name) {
    this.config = config;
    String threads = "hubbub-client-" + name;
    this.group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory(threads, true), NioIoHandler.newFactory());
    this.loop = group.next();
    this.inbox =
        new Inbox(
            config.inboxBytesMax(), on -> channel.config().setAutoRead(on), threads + "-listener");
    this.handler = new ClientHandler(name, config.replyMax().toNanos(), inbox);
  }

  Inbox inbox() {
    return inbox;
  }

  ClientHandler handler() {
    return handler;
  }

  /** Connects and registers; fails with an {@link IOException}, and then nothing is left. */
  CompletableFuture<Message> open() {
    ChannelFuture connected =
        new Bootstrap()
            .group(loop)
            .channelFactory(() -> channel)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(config.connectMax().toMillis(), Integer.MAX_VALUE))
            .handler(new ClientPipeline(config, handler))
            .connect(config.host(), config.port());
    connected.addListener(done -> {
      if (!done.isSuccess()) {
        handler.welcomed().completeExceptionally(unreachable(done.cause()));
      }
    });
    var limit = loop.schedule(this::giveUp, config.connectMax().toNanos(), TimeUnit.NANOSECONDS);
    handler
        .welcomed()
        .whenComplete((_, failure) -> {
          limit.cancel(false);
          if (failure != null) {
            channel.close();
          }
        });
    channel.closeFuture().addListener(_ -> endLoop());
    return handler.welcomed().copy();
  }

  /** Runs the task on the event loop; if there is none any more, the outcome fails. */
  void execute(Runnable task, CompletableFuture<?> outcome) {
    try {
      loop.execute(task);
    } catch (RejectedExecutionException e) {
      outcome.completeExceptionally(ConnectionLostException.none());
    }
  }

  /** Leaves and waits for the end, unless this is a thread of the connection. */
  void close() {
    execute(this::leave, new CompletableFuture<>());
    Thread caller = Thread.currentThread();
    if (loop.inEventLoop() || caller.equals(inbox.thread())) {
      return;
    }
    try {
      group.terminationFuture().await(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      Thread listening = inbox.thread();
      if (listening != null) {
        listening.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS_MAX));
      }
    } catch (InterruptedException e) {
      caller.interrupt();
    }
  }

  // Ends its own side once everything is out, and waits for the server to end the other: then
  // nothing is lost, and the name is free.
  private void leave() {
    handler.leaving();
    channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> endOutput());
    loop.schedule(() -> channel.close(), LEAVE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  // By TLS the end is said inside: the server's last words must still be readable.
  private void endOutput() {
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      channel.shutdownOutput();
    } else {
      tls.closeOutbound();
    }
  }

  private void giveUp() {
    handler
        .welcomed()
        .completeExceptionally(
            new IOException("no welcome within " + config.connectMax().toMillis() + " ms"));
  }

  // The loop's last task is the end of the channel; those that were refused after it fail.
  private void endLoop() {
    group.shutdownGracefully(0, CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  private IOException unreachable(Throwable cause) {
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return new IOException(
        "can't connect to " + config.host() + ":" + config.port() + ": " + why, cause);
  }
}
