/**
 * Benchmarks of {@code dev.hubbub.server.wire}: a real server in a process of its own, over real
 * sockets.
 *
 * <p>Depends on {@code dev.hubbub.protocol}, on the program of the server and on JMH, whose threads
 * run it.
 */
@NullMarked
package dev.hubbub.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
