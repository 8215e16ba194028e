/**
 * The peer that is the floor: a server that sends back what it receives, on the same transport as
 * the chat server.
 *
 * <p>May depend on {@code dev.hubbub.server.wire} for the transport, and on {@code dev.hubbub.cli}.
 * Runs in a process of its own; in this one only in tests.
 */
@NullMarked
package dev.hubbub.bots.peer;

import org.jspecify.annotations.NullMarked;
