/**
 * Benchmarks of {@code dev.hubbub.server.router}: a message's way from one session to the outgoing
 * side of another, without sockets.
 *
 * <p>Depends on that package, on {@code dev.hubbub.benchmarks.session} for the users, and on JMH,
 * whose threads run it.
 */
@NullMarked
package dev.hubbub.benchmarks.router;

import org.jspecify.annotations.NullMarked;
