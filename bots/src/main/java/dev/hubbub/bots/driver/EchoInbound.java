package dev.hubbub.bots.driver;

import dev.hubbub.protocol.Message;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** Reads one's own name, and then one's own messages. */
final class EchoInbound implements Inbound {
  private final HeldBytes held = new HeldBytes();
  private final MessageReader messages;
  private final String name;
  private final InboundListener listener;
  private boolean registered;
  private boolean over;

  EchoInbound(LoadPayload payload, Identity user, InboundListener listener) {
    this.messages = new MessageReader(payload, new Echoes(listener));
    this.name = user.name();
    this.listener = listener;
  }

  @Override
  public void read(ByteBufAllocator allocator, ByteBuf bytes) {
    if (registered || over) {
      messages.read(allocator, bytes);
      return;
    }
    ByteBuf in = held.followedBy(allocator, bytes);
    int wanted = name.length() + 1;
    if (in.readableBytes() < wanted) {
      held.keepRest(in);
      return;
    }
    String echoed = in.readCharSequence(wanted, StandardCharsets.UTF_8).toString();
    if (echoed.equals(name + "\n")) {
      registered = true;
      listener.registered();
      messages.read(allocator, in);
    } else {
      over = true;
      in.release();
      listener.rejected("other bytes came back than were sent", false);
    }
  }

  @Override
  public void close() {
    over = true;
    held.release();
    messages.close();
  }

  /** A message that comes back and is none of the load was changed on its way. */
  private record Echoes(InboundListener listener) implements MessageListener {
    @Override
    public void payload(int worker, long sequence, boolean toEveryone) {
      listener.payload(worker, sequence, toEveryone);
    }

    @Override
    public void message(Message message) {
      listener.chat(message.from().name());
    }

    @Override
    public void invalid(String reason, boolean fatal) {
      listener.invalid(reason, fatal);
    }
  }
}
