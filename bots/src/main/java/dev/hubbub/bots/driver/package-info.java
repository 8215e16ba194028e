/**
 * How a load looks on the wire of each protocol: what a user says to register, the bytes of a
 * message that carries a sequence number, and back.
 *
 * <p>{@link dev.hubbub.bots.driver.Driver} is all that the engine knows of a protocol; there is one
 * implementation a {@link dev.hubbub.bots.driver.Protocol}. The bytes of the {@code msg} are a
 * {@link dev.hubbub.bots.driver.LoadPayload} whatever is around them.
 *
 * <p>May depend on {@code dev.hubbub.protocol}; knows buffers, no channel. Every type belongs to
 * the event loop of its worker.
 */
@NullMarked
package dev.hubbub.bots.driver;

import org.jspecify.annotations.NullMarked;
