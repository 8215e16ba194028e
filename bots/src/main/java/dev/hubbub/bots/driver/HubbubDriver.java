package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/** Speaks the contract of this project's own server. */
final class HubbubDriver implements Driver {
  static final int HANDSHAKES_MAX = 64;

  private final LoadPayload payload;
  private final MessageWriter writer;
  private final boolean bareNames;

  /**
   * A driver for messages with such payloads.
   *
   * @param bareNames whether a name has no end but the wait for an answer, as old clients send it
   */
  HubbubDriver(LoadPayload payload, boolean bareNames) {
    this.payload = payload;
    this.bareNames = bareNames;
    this.writer = new MessageWriter(payload);
  }

  @Override
  public Identity identity(String name) {
    return new Identity(name, MessageWriter.head(name));
  }

  @Override
  public void greet(ByteBuf out, Identity user) {
    out.writeBytes(user.address());
    if (!bareNames) {
      out.writeByte('\n');
    }
  }

  @Override
  public void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone) {
    message(out, from, to, sequence, toEveryone, payload.bytes());
  }

  @Override
  public void message(
      ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone, int bytes) {
    writer.write(out, from.head(), to, sequence, toEveryone, bytes);
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
