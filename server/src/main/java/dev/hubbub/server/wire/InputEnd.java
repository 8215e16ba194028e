package dev.hubbub.server.wire;

import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.ssl.SslCloseCompletionEvent;

/** The end of a client's stream, which TCP and TLS each tell in their own way. */
final class InputEnd {
  private InputEnd() {}

  static boolean isToldBy(Object event) {
    return event == ChannelInputShutdownEvent.INSTANCE || event instanceof SslCloseCompletionEvent;
  }
}
