package dev.hubbub.gatling.engine;

import dev.hubbub.gatling.engine.ExpectedReplies.Expected;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageEncoder;
import dev.hubbub.protocol.ServerTexts;
import io.gatling.core.session.Session;
import io.netty.buffer.ByteBufAllocator;

/**
 * Sends a message to another virtual user of the same simulation and waits until that one's
 * connection has it. The time is from end to end, and of one clock.
 *
 * @param to the user
 * @param text of the message; a token follows it
 */
public record DeliveryStep(Template to, Template text) implements Step {

  @Override
  public void start(TimedStep timed) {
    Session session = timed.session();
    ChatConnection connection = ChatConnection.require(session);
    Deliveries deliveries = timed.components().protocol().deliveries();
    String receiver = to.resolve(session);
    String words = text.resolve(session);
    Expected refusal =
        new Expected(
            ServerTexts.notAvailable(receiver),
            reply -> timed.fail("refused: " + Replies.headline(reply)),
            timed::fail);
    // On the receiver's event loop, which need not be the sender's.
    String token =
        deliveries.await(message -> {
          long arrivedNs = System.nanoTime();
          session
              .eventLoop()
              .execute(() -> {
                connection.arrived(refusal);
                timed.succeed(session, message, arrivedNs);
              });
        });
    timed.onFailure(() -> deliveries.forget(token));
    Message message = new Message(connection.claim(), receiver, words + token);
    connection.send(MessageEncoder.encode(message, ByteBufAllocator.DEFAULT), refusal);
  }
}
