package dev.hubbub.bots.engine;

import dev.hubbub.bots.driver.Protocol;

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
 */
public record EngineConfig(
    String host,
    int port,
    Protocol protocol,
    String runToken,
    int worker,
    int payloadBytes,
    long connectTimeoutMs) {}
