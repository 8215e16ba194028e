/**
 * The fleet: worker processes that register users at a server and put them under a load, and the
 * stress test {@code swarm} on top of it.
 *
 * <p>May depend on {@code dev.hubbub.measure}, on the worker and engine packages below it, and on
 * {@code dev.hubbub.protocol} and {@code dev.hubbub.cli}; never on the server. Runs on the thread
 * of the command; what the workers say comes in over a queue.
 */
@NullMarked
package dev.hubbub.bots;

import org.jspecify.annotations.NullMarked;
