package dev.hubbub.server.outbound;

import dev.hubbub.protocol.InvalidMessageException;
import dev.hubbub.protocol.Message;
import dev.hubbub.protocol.MessageDecoder;
import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given, and refuses when told to. For one thread. */
public final class RecordingOutbound implements Outbound {
  private final List<Message> offered = new ArrayList<>();
  private final List<Message> replies = new ArrayList<>();
  private boolean refusing;

  /** Refuses from now on, as a slow or closing receiver does. */
  public void refuse() {
    refusing = true;
  }

  /** What others sent. */
  public List<Message> offered() {
    return offered;
  }

  /** What the server answered. */
  public List<Message> replies() {
    return replies;
  }

  /** The texts that the server answered. */
  public List<String> replyTexts() {
    return replies.stream().map(Message::msg).toList();
  }

  @Override
  public boolean offer(Outgoing message) {
    return take(message, offered);
  }

  @Override
  public boolean reply(Outgoing reply) {
    return take(reply, replies);
  }

  @Override
  public void finish() {
    refuse();
  }

  private boolean take(Outgoing message, List<Message> to) {
    if (refusing) {
      return false;
    }
    ByteBuf opened = message.open();
    try {
      to.add(MessageDecoder.decode(opened));
      return true;
    } catch (InvalidMessageException e) {
      throw new AssertionError(e);
    } finally {
      opened.release();
      Runnable whenDone = message.whenDone();
      if (whenDone != null) {
        whenDone.run();
      }
    }
  }
}
