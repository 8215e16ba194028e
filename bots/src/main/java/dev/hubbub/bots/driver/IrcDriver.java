package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/** Speaks IRC (RFC 1459 and 2812, as InspIRCd has it): a user is a nick, a message a PRIVMSG. */
final class IrcDriver implements Driver {
  /** What fits into a line of 512 bytes with the longest prefix that a server puts before it. */
  static final int PAYLOAD_BYTES_MAX = 384;

  private static final int HANDSHAKES_MAX = 2_000;

  private static final byte[] HEAD = Driver.ascii("PRIVMSG ");

  private final LoadPayload payload;
  private final PayloadWriter writer;

  IrcDriver(LoadPayload payload) {
    this.payload = payload;
    this.writer = new PayloadWriter(" :", payload, "\r\n");
  }

  @Override
  public Identity identity(String name) {
    return new Identity(name, HEAD);
  }

  @Override
  public void greet(ByteBuf out, Identity user) {
    out.writeBytes(Driver.ascii("NICK " + user.name() + "\r\nUSER bot 0 * :bot\r\n"));
  }

  @Override
  public void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone) {
    writer.write(out, from.head(), to, sequence, toEveryone);
  }

  @Override
  public void farewell(ByteBuf out) {
    out.writeBytes(Driver.ascii("QUIT\r\n"));
  }

  @Override
  public Inbound inbound(Identity user, InboundListener listener) {
    return new IrcInbound(payload, user, listener);
  }

  // InspIRCd takes in those who wait once a second: few at a time would take for ever.
  @Override
  public int handshakesMax() {
    return HANDSHAKES_MAX;
  }

  @Override
  public boolean isEcho() {
    return false;
  }
}
