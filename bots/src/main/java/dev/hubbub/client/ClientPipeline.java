package dev.hubbub.client;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;

/** The handlers of a client's connection, listed in one place. */
final class ClientPipeline extends ChannelInitializer<Channel> {
  private final ClientHandler handler;

  ClientPipeline(ClientHandler handler) {
    this.handler = handler;
  }

  @Override
  protected void initChannel(Channel channel) {
    channel.pipeline().addLast(new MessageFrames(), handler);
  }
}
