/**
 * {@link dev.hubbub.client.ChatClient}: one user of a server, for programs. The terminal client is
 * made of it.
 *
 * <p>A connection is one Netty event loop and, once somebody listens, one thread that hands over
 * messages, so that a listener may block without stopping the connection. {@code ClientHandler}
 * takes the stream apart, {@code Requests} knows what is waiting for an answer, {@code Inbox} holds
 * what is waiting for a listener. May depend on {@code dev.hubbub.protocol} and {@code
 * dev.hubbub.tls}.
 */
@NullMarked
package dev.hubbub.client;

import org.jspecify.annotations.NullMarked;
