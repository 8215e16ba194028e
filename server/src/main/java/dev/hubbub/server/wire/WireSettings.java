package dev.hubbub.server.wire;

import java.net.InetSocketAddress;

/**
 * What the listening side needs to know.
 *
 * @param address to listen on
 * @param transport how to talk to the kernel
 * @param eventLoops threads that accept and serve connections
 * @param acceptBacklog connections that the kernel queues until they are accepted
 * @param connectionsMax connections in all
 * @param limits what holds for each connection
 */
public record WireSettings(
    InetSocketAddress address,
    Transport transport,
    int eventLoops,
    int acceptBacklog,
    int connectionsMax,
    WireLimits limits) {}
