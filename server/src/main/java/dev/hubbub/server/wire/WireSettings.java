package dev.hubbub.server.wire;

import dev.hubbub.tls.ServerTls;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the listening side needs to know.
 *
 * @param address to listen on
 * @param transport how to talk to the kernel
 * @param tls null for plain TCP
 * @param eventLoops threads that accept and serve connections
 * @param wakeupInterval least time from one look at the sockets to the next; zero for none
 * @param acceptBacklog connections that the kernel queues until they are accepted
 * @param protection what protects the server as a whole
 * @param limits what holds for each connection
 */
public record WireSettings(
    InetSocketAddress address,
    Transport transport,
    @Nullable ServerTls tls,
    int eventLoops,
    Duration wakeupInterval,
    int acceptBacklog,
    Protection protection,
    WireLimits limits) {}
