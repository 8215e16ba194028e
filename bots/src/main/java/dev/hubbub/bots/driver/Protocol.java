package dev.hubbub.bots.driver;

/** The protocols that a load can speak. */
public enum Protocol {
  /** That of this project's own server. */
  HUBBUB(LoadPayload.BYTES_MAX),
  /** The same as old clients speak it, whose names have no end but the wait for an answer. */
  HUBBUB_BARE_NAMES(LoadPayload.BYTES_MAX),
  /** IRC, as InspIRCd speaks it. */
  IRC(IrcDriver.PAYLOAD_BYTES_MAX),
  /** NATS core. */
  NATS(LoadPayload.BYTES_MAX),
  /** A server that sends back what it receives. */
  ECHO(LoadPayload.BYTES_MAX);

  private final int payloadBytesMax;

  Protocol(int payloadBytesMax) {
    this.payloadBytesMax = payloadBytesMax;
  }

  /** The largest payload that a message can carry. */
  public int payloadBytesMax() {
    return payloadBytesMax;
  }

  /** A driver of it for messages with such payloads. */
  public Driver driver(LoadPayload payload) {
    return switch (this) {
      case HUBBUB -> new HubbubDriver(payload, false);
      case HUBBUB_BARE_NAMES -> new HubbubDriver(payload, true);
      case IRC -> new IrcDriver(payload);
      case NATS -> new NatsDriver(payload);
      case ECHO -> new EchoDriver(payload);
    };
  }
}
