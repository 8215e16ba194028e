package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.engine.ExpectedReplies.Expected;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import io.gatling.core.session.Session;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message that the server itself answers, and waits for the reply.
 *
 * @param to endpoint, or a user that isn't there
 * @param text of the message
 * @param beginning how the reply must begin; where null, any reply will do but an error
 */
public record RequestStep(Template to, Template text, @Nullable Template beginning)
    implements Step {

  @Override
  public void start(TimedStep timed) {
    Session session = timed.session();
    ChatConnection connection = ChatConnection.require(session);
    String expected = beginning == null ? null : beginning.resolve(session);
    Message message = new Message(connection.claim(), to.resolve(session), text.resolve(session));
    ByteBuf bytes = MessageEncoder.encode(message, ByteBufAllocator.DEFAULT);
    connection.send(bytes, new Expected(null, reply -> judge(reply, expected, timed), timed::fail));
  }

  private static void judge(Message reply, @Nullable String expected, TimedStep timed) {
    boolean good = expected == null ? !Replies.isError(reply) : reply.msg().startsWith(expected);
    if (good) {
      timed.succeed(timed.session(), reply);
    } else {
      timed.fail("unexpected reply: " + Replies.headline(reply));
    }
  }
}
