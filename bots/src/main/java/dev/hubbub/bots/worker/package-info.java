/**
 * A worker process: an engine behind standard input and output.
 *
 * <p>Commands come in and events go out as JSON objects, one a line; any other pair of streams
 * would do as well. Chaos bots run beside the engine, on threads of their own. May depend on {@code
 * dev.hubbub.bots.engine}, {@code dev.hubbub.bots.chaos}, {@code dev.hubbub.bots.workload} and
 * {@code dev.hubbub.measure}. Commands are read on the main thread; events are written on the event
 * loop, a line at a time.
 */
@NullMarked
package dev.hubbub.bots.worker;

import org.jspecify.annotations.NullMarked;
