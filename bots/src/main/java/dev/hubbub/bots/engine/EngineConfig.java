package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Protocol;
import dev.hubbub.tls.ClientTlsFiles;
import org.jspecify.annotations.Nullable;

/**
 * Where an engine's users register.
 *
 * @param host name or address of the server
 * @param port its TCP port
 * @param protocol what it speaks
 * @param runToken eight letters or digits that no other run at the same server has
 * @param worker number of this engine among those of the run
 * @param payloadBytes size of the {@code msg} of a load message
 * @param connectTimeoutMs from the start of a connection to its welcome
 * @param tls null for plain TCP
 */
public record EngineConfig(
    String host,
    int port,
    Protocol protocol,
    String runToken,
    int worker,
    int payloadBytes,
    long connectTimeoutMs,
    @Nullable ClientTlsFiles tls) {
  /** Over plain TCP. */
  public EngineConfig(
      String host,
      int port,
      Protocol protocol,
      String runToken,
      int worker,
      int payloadBytes,
      long connectTimeoutMs) {
    this(host, port, protocol, runToken, worker, payloadBytes, connectTimeoutMs, null);
  }
}
