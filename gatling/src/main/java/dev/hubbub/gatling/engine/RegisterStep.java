package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.engine.ExpectedReplies.Expected;
import dev.hubbub.protocol.Message;
import io.gatling.core.config.NettyConfiguration;
import io.gatling.core.session.Session;
import io.gatling.netty.util.Transports;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Connects, sends the username and waits for the welcome.
 *
 * @param nameEnd what follows the name: a line feed, or nothing, as field clients have it, whose
 *     name the server takes as complete when nothing follows it for a while
 */
public record RegisterStep(String nameEnd) implements Step {
  private static final String WELCOME = "Welcome ";

  @Override
  public void start(TimedStep timed) {
    Session session = timed.session();
    if (ChatConnection.of(session).filter(connection -> !connection.isLost()).isPresent()) {
      throw new IllegalStateException("already registered: close the connection first");
    }
    String username = timed.components().protocol().username().resolve(session);
    ByteBuf name = Unpooled.copiedBuffer(username + nameEnd, StandardCharsets.UTF_8);
    ChannelFuture connecting = bootstrap(timed, username).connect(timed.components().address());
    Channel channel = connecting.channel();
    timed.onFailure(() -> channel.close());
    connecting.addListener(connected -> {
      if (connected.isSuccess()) {
        ChatConnection connection = channel.pipeline().get(ChatConnection.class);
        connection.send(
            name, new Expected(null, reply -> judge(reply, connection, timed), timed::fail));
      } else {
        name.release();
        timed.fail("not connected: " + connected.cause().getMessage());
      }
    });
  }

  private static void judge(Message reply, ChatConnection connection, TimedStep timed) {
    if (reply.msg().startsWith(WELCOME)) {
      timed.succeed(connection.addTo(timed.session()), reply);
    } else {
      timed.fail("refused: " + Replies.headline(reply));
    }
  }

  private static Bootstrap bootstrap(TimedStep timed, String username) {
    NettyConfiguration netty = timed.components().core().configuration().netty();
    return new Bootstrap()
        .group(timed.session().eventLoop())
        .channelFactory(
            Transports.newSocketChannelFactory(netty.useNativeTransport(), netty.useIoUring()))
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel channel) {
                ChatProtocol protocol = timed.components().protocol();
                if (protocol.tls() != null) {
                  InetSocketAddress server = timed.components().address();
                  channel
                      .pipeline()
                      .addLast(
                          protocol
                              .tls()
                              .newHandler(
                                  channel.alloc(), server.getHostString(), server.getPort()));
                }
                channel
                    .pipeline()
                    .addLast(
                        new MessageFramer(),
                        new ChatConnection(username, channel, protocol.deliveries()));
              }
            });
  }
}
