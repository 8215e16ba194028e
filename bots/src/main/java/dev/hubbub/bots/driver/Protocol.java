package dev.hubbub.bots.driver;

/** The protocols that a load can speak. */
public enum Protocol {
  /** That of this project's own server. */
  HUBBUB;

  /** A driver of it for messages with such payloads. */
  public Driver driver(LoadPayload payload) {
    return switch (this) {
      case HUBBUB -> new HubbubDriver(payload);
    };
  }
}
