package dev.hubbub.server.wire;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.protocol.ServerTexts;
import dev.hubbub.server.outbound.SingleMessage;
import io.netty.channel.ChannelHandlerContext;
import java.time.Duration;

/** How a connection without a name is turned away. */
final class GuestRejection {
  private GuestRejection() {}

  /** Says why and closes, in such a way that it arrives; on the event loop only. */
  static void reject(
      ChannelHandlerContext last,
      ChannelOutbound outbound,
      String reason,
      Duration lingerMax,
      boolean inputEnded) {
    ConnectionLog.of(last.channel()).turnedAway(last.channel(), reason);
    Message reply = new Message(Sender.SERVER, ServerTexts.GUEST, reason);
    outbound.reply(new SingleMessage(reply, last.alloc()));
    ClosingHandler.begin(last, outbound, lingerMax, inputEnded);
  }
}
