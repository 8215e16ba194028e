package dev.hubbub.bots.engine;

import dev.hubbub.protocol.Limits;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ObjectScanner;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A chat server on real sockets that makes the mistakes that it is told to make. All of it runs on
 * one event loop.
 */
public final class ToyServer implements AutoCloseable {
  /** What the server does with a message. */
  public enum Fate {
    PASS,
    DROP,
    TWICE,
    /** Kept until the next message to the same receiver has gone. */
    AFTER_NEXT,
    TO_SOMEBODY_ELSE,
    REFUSE,
    CLOSE_RECEIVER
  }

  /** Decides what happens to a message, by its number from 0 and its receiver's name. */
  @FunctionalInterface
  public interface Fates {
    Fate of(int number, String to);
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Map<String, Channel> users = new TreeMap<>();
  private final Map<String, Message> kept = new HashMap<>();
  private final Fates fates;
  private final int usersMax;
  private final boolean sharedNames;
  private final long serviceNs;
  private final Channel listener;
  private int messages;
  private long freeAtNs = System.nanoTime();

  private ToyServer(Fates fates, int usersMax, boolean sharedNames, Duration service) {
    this.fates = fates;
    this.usersMax = usersMax;
    this.sharedNames = sharedNames;
    this.serviceNs = service.toNanos();
    this.listener =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel.pipeline().addLast(new Connection());
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .syncUninterruptibly()
            .channel();
  }

  /** One that does all as it should. */
  public static ToyServer sound() {
    return with((number, to) -> Fate.PASS);
  }

  /** One that does this to messages. */
  public static ToyServer with(Fates fates) {
    return new ToyServer(fates, Integer.MAX_VALUE, false, Duration.ZERO);
  }

  /** One that is full with so many users. */
  public static ToyServer fullWith(int users) {
    return new ToyServer((number, to) -> Fate.PASS, users, false, Duration.ZERO);
  }

  /** One that lets several users have one name. */
  public static ToyServer withSharedNames() {
    return new ToyServer((number, to) -> Fate.PASS, Integer.MAX_VALUE, true, Duration.ZERO);
  }

  /** One that takes so long for each message and does one after the other. */
  public static ToyServer withServiceTime(Duration service) {
    return new ToyServer((number, to) -> Fate.PASS, Integer.MAX_VALUE, false, service);
  }

  /** From now on it does nothing at all for a while, once in every period. */
  public void standStill(Duration period, Duration length) {
    Runnable stall =
        () -> {
          long untilNs = System.nanoTime() + length.toNanos();
          for (long left = length.toNanos(); left > 0; left = untilNs - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
        };
    long periodNs = period.toNanos();
    var _ = group.scheduleAtFixedRate(stall, periodNs / 2, periodNs, TimeUnit.NANOSECONDS);
  }

  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void handle(String from, Channel sender, Message message) {
    switch (message.to()) {
      case "/help" -> reply(sender, from, "Available commands: none");
      case "/time" ->
          answer(from, sender, ServerTexts.time(ZonedDateTime.now(ZoneOffset.UTC)), "/time");
      case "/list" -> reply(sender, from, ServerTexts.onlineUsers(users.keySet()));
      case "/shout" -> shout(from, sender, message);
      default -> pass(from, sender, message);
    }
  }

  private void answer(String from, Channel sender, String text, String endpoint) {
    if (fates.of(messages++, endpoint) != Fate.DROP) {
      reply(sender, from, text);
    }
  }

  private void shout(String from, Channel sender, Message message) {
    users.forEach((name, channel) -> {
      if (!name.equals(from) && fates.of(messages++, "Everyone") != Fate.DROP) {
        send(channel, new Message(message.from(), ServerTexts.EVERYONE, message.msg()));
      }
    });
    reply(sender, from, ServerTexts.shouted(users.size() - 1));
  }

  private void pass(String from, Channel sender, Message message) {
    String to = message.to();
    Channel receiver = users.get(to);
    Fate fate = receiver == null ? Fate.REFUSE : fates.of(messages++, to);
    if (receiver == null || fate == Fate.REFUSE) {
      reply(sender, from, ServerTexts.notAvailable(to));
      return;
    }
    switch (fate) {
      case PASS -> serve(receiver, message);
      case TWICE -> {
        send(receiver, message);
        send(receiver, message);
      }
      case TO_SOMEBODY_ELSE ->
          users.entrySet().stream()
              .filter(user -> !user.getKey().equals(to))
              .findFirst()
              .ifPresent(user -> send(user.getValue(), message));
      case AFTER_NEXT -> kept.put(to, message);
      case CLOSE_RECEIVER -> receiver.close();
      case DROP, REFUSE -> {
        // Nothing more to do.
      }
    }
    if (fate == Fate.PASS && kept.containsKey(to)) {
      send(receiver, kept.remove(to));
    }
  }

  // What it is behind by is in the time at which it is free, so that no lateness of a timer adds
  // up.
  private void serve(Channel receiver, Message message) {
    if (serviceNs == 0) {
      send(receiver, message);
      return;
    }
    long nowNs = System.nanoTime();
    freeAtNs = Math.max(freeAtNs, nowNs) + serviceNs;
    var _ =
        receiver
            .eventLoop()
            .schedule(() -> send(receiver, message), freeAtNs - nowNs, TimeUnit.NANOSECONDS);
  }

  private static void reply(Channel channel, String to, String text) {
    send(channel, new Message(Sender.SERVER, to, text));
  }

  private static void send(Channel channel, Message message) {
    channel.writeAndFlush(MessageEncoder.encode(message, channel.alloc()));
  }

  private final class Connection extends ByteToMessageDecoder {
    private final ObjectScanner scanner = new ObjectScanner(Limits.MESSAGE_BYTES_MAX);
    private @Nullable String name;

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
        throws Exception {
      if (name == null) {
        register(ctx, in);
      } else if (scanner.scan(in) == ObjectScanner.Found.OBJECT) {
        handle(name, ctx.channel(), MessageDecoder.decode(in.readSlice(scanner.objectBytes())));
      }
    }

    private void register(ChannelHandlerContext ctx, ByteBuf in) {
      int end = in.indexOf(in.readerIndex(), in.writerIndex(), (byte) '\n');
      if (end < 0) {
        return;
      }
      String asked = in.readCharSequence(end - in.readerIndex(), StandardCharsets.UTF_8).toString();
      in.skipBytes(1);
      if (users.size() >= usersMax) {
        reject(ctx, ServerTexts.SERVER_FULL);
      } else if (users.containsKey(asked) && !sharedNames) {
        reject(ctx, ServerTexts.USERNAME_TAKEN);
      } else if (!asked.startsWith("silence")) {
        name = asked;
        users.put(asked, ctx.channel());
        reply(ctx.channel(), asked, "Welcome " + asked + "! Connection established.");
      }
    }

    private void reject(ChannelHandlerContext ctx, String text) {
      ctx.writeAndFlush(
              MessageEncoder.encode(
                  new Message(Sender.SERVER, ServerTexts.GUEST, text), ctx.alloc()))
          .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
      super.userEventTriggered(ctx, event);
      if (event instanceof ChannelInputShutdownEvent) {
        leave(ctx);
        ctx.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
      leave(ctx);
      super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }

    private void leave(ChannelHandlerContext ctx) {
      if (name != null) {
        users.remove(name, ctx.channel());
      }
    }
  }
}
