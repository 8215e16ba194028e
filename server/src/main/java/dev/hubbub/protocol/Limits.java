package dev.hubbub.protocol;

/** The numbers of the wire contract that both sides must agree on. */
public final class Limits {
  /** TCP port of the server when none is named. */
  public static final int DEFAULT_PORT = 65_432;

  /** Most bytes that may come before a username ends. */
  public static final int USERNAME_BYTES_MAX = 1_024;

  /** Longest username, in Unicode code points. */
  public static final int USERNAME_CODE_POINTS_MAX = 64;

  /**
   * Default for the largest object that the server takes in, from <code>{</code> to <code>}</code>,
   * in bytes.
   */
  public static final int MESSAGE_BYTES_MAX = 65_536;

  /**
   * Largest object that a client must be able to take in, in bytes: a long {@code /list} passes.
   */
  public static final int CLIENT_MESSAGE_BYTES_MAX = 16 * 1_024 * 1_024;

  /** Deepest nesting of braces and brackets; the object itself is level 1. */
  public static final int NESTING_MAX = 16;

  /**
   * Longest message that the server writes of its own, in bytes on the wire with the line feed,
   * wherever its content allows: field clients read once, with a buffer of 1,024 bytes.
   */
  public static final int SERVER_MESSAGE_BYTES_MAX = 1_000;

  /** Most code points of a client's own words that a reply repeats. */
  public static final int QUOTED_CODE_POINTS_MAX = 64;

  private Limits() {}
}
