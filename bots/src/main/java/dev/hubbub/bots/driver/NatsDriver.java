package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/**
 * Speaks the client protocol of NATS core: a user is a subscription of the subject that has its
 * name, a message is published on the receiver's subject. A user is registered once the server has
 * answered a PING that it sent after subscribing.
 */
final class NatsDriver implements Driver {
  private static final byte[] HEAD = Driver.ascii("PUB ");

  private final LoadPayload payload;
  private final PayloadWriter writer;

  NatsDriver(LoadPayload payload) {
    this.payload = payload;
    this.writer = new PayloadWriter(" " + payload.bytes() + "\r\n", payload, "\r\n");
  }

  @Override
  public Identity identity(String name) {
    return new Identity(name, HEAD);
  }

  @Override
  public void greet(ByteBuf out, Identity user) {
    out.writeBytes(
        Driver.ascii(
            "CONNECT {\"verbose\":false,\"pedantic\":false,\"name\":\""
                + user.name()
                + "\"}\r\nSUB "
                + user.name()
                + " 1\r\nPING\r\n"));
  }

  @Override
  public void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone) {
    writer.write(out, from.head(), to, sequence, toEveryone);
  }

  @Override
  public void farewell(ByteBuf out) {
    // The protocol has none: the server takes the end of the stream for it.
  }

  @Override
  public Inbound inbound(Identity user, InboundListener listener) {
    return new NatsInbound(payload, user, listener);
  }

  @Override
  public int handshakesMax() {
    return HubbubDriver.HANDSHAKES_MAX;
  }

  @Override
  public boolean isEcho() {
    return false;
  }
}
