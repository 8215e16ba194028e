package dev.hubbub.tls;

import java.time.Duration;

/**
 * Times of a server's side of TLS.
 *
 * @param handshakeMax how long a handshake may take
 * @param reloadInterval how often to look whether a file has changed
 */
public record TlsTimes(Duration handshakeMax, Duration reloadInterval) {}
