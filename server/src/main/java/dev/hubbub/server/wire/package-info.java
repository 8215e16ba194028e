/**
 * The server on Netty: the pipeline, registration, framing, the life of a connection, the outgoing
 * side of a channel.
 *
 * <p>Depends on {@code router}, {@code session}, {@code outbound}, {@code protocol} and {@code
 * metrics}. A connection lives on one event loop, and all of its handlers run there; shared
 * handlers hold no state of a connection. Once a user is registered its connection has no thread
 * and no timer of its own.
 */
@NullMarked
package dev.hubbub.server.wire;

import org.jspecify.annotations.NullMarked;
