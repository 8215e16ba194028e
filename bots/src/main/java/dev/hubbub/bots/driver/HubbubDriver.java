package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/** Speaks the contract of this project's own server. */
final class HubbubDriver implements Driver {
  static final int HANDSHAKES_MAX = 64;

  private final LoadPayload payload;
  private final MessageWriter writer;

  /** A driver for messages with such payloads. */
  HubbubDriver(LoadPayload payload) {
    this.payload = payload;
    this.writer = new MessageWriter(payload);
  }

  @Override
  public Identity identity(String name) {
    return new Identity(name, MessageWriter.head(name));
  }

  @Override
  public void greet(ByteBuf out, Identity user) {
    out.writeBytes(user.address()).writeByte('\n');
  }

  @Override
  public void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone) {
    writer.write(out, from.head(), to, sequence, toEveryone);
  }

  @Override
  public void farewell(ByteBuf out) {
    // The server takes the end of the stream for it.
  }

  @Override
  public Inbound inbound(Identity user, InboundListener listener) {
    return new MessageReader(payload, new HubbubInbound(listener));
  }

  @Override
  public int handshakesMax() {
    return HANDSHAKES_MAX;
  }

  @Override
  public boolean isEcho() {
    return false;
  }
}
