package dev.hubbub.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** The handlers of a client's connection, listed in one place. */
final class ClientPipeline extends ChannelInitializer<Channel> {
  private final ChatConfig config;
  private final ClientHandler handler;

  ClientPipeline(ChatConfig config, ClientHandler handler) {
    this.config = config;
    this.handler = handler;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (config.tls() != null) {
      channel
          .pipeline()
          .addLast(config.tls().newHandler(channel.alloc(), config.host(), config.port()));
    }
    channel.pipeline().addLast(new MessageFrames(), handler);
  }
}
