package dev.hubbub.server.router;

import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.Sender;
import dev.hubbub.server.outbound.SingleMessage;
import dev.hubbub.server.session.Session;
import io.netty.buffer.ByteBufAllocator;

/**
 * What the server itself says to users.
 *
 * @param allocator where its buffers come from
 */
record Replies(ByteBufAllocator allocator) {
  void say(Session to, String text) {
    Message reply = new Message(Sender.SERVER, to.name(), text);
    to.outbound().reply(new SingleMessage(reply, allocator));
  }
}
