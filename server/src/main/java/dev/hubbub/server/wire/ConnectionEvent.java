package dev.hubbub.server.wire;

/** What happens to a connection besides what Netty tells; user events of its pipeline. */
enum ConnectionEvent {
  /** The server wants the connection to end, after what is queued is delivered. */
  FINISH,
  /** Nothing new is taken, and the last waiting byte is in the kernel. */
  FLUSHED
}
