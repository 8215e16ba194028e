package dev.hubbub.protocol;

/**
 * Who a message comes from.
 *
 * @param name the registered name
 * @param ip the address that the server sees, as text
 */
public record Sender(String name, String ip) {
  /** The server itself. */
  public static final Sender SERVER = new Sender("SERVER", "0.0.0.0");
}
