/**
 * Benchmarks of {@code dev.hubbub.server.wire}: the pipeline of the server on channels in memory,
 * and a real server in a process of its own, over real sockets.
 *
 * <p>Depends on {@code dev.hubbub.server.wire} and what is below it, on the program of the server
 * and on JMH, whose threads run it.
 */
@NullMarked
package dev.hubbub.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
