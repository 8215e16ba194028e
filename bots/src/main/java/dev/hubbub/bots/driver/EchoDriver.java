package dev.hubbub.bots.driver;

import io.netty.buffer.ByteBuf;

/**
 * Speaks to a server that sends back what it receives: the floor, for no server can do less with a
 * message than to read and to write it.
 *
 * <p>The bytes are those that a user of this project's server sends, to the letter. A user is
 * registered once its first line, its name, has come back.
 */
final class EchoDriver implements Driver {
  private final Driver hubbub;
  private final LoadPayload payload;

  EchoDriver(LoadPayload payload) {
    this.hubbub = new HubbubDriver(payload, false);
    this.payload = payload;
  }

  @Override
  public Identity identity(String name) {
    return hubbub.identity(name);
  }

  @Override
  public void greet(ByteBuf out, Identity user) {
    hubbub.greet(out, user);
  }

  @Override
  public void message(ByteBuf out, Identity from, byte[] to, long sequence, boolean toEveryone) {
    hubbub.message(out, from, to, sequence, toEveryone);
  }

  @Override
  public void farewell(ByteBuf out) {
    hubbub.farewell(out);
  }

  @Override
  public Inbound inbound(Identity user, InboundListener listener) {
    return new EchoInbound(payload, user, listener);
  }

  @Override
  public int handshakesMax() {
    return HubbubDriver.HANDSHAKES_MAX;
  }

  @Override
  public boolean isEcho() {
    return true;
  }
}
