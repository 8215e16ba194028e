/**
 * How a load looks on the wire of the chat protocol: the bytes of a message that carries a sequence
 * number, and back.
 *
 * <p>May depend on {@code dev.hubbub.protocol}; knows buffers, no channel. Every type belongs to
 * the event loop of its worker.
 */
@NullMarked
package dev.hubbub.bots.driver;

import org.jspecify.annotations.NullMarked;
