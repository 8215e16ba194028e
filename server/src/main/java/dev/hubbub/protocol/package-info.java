/**
 * The wire contract as code: what a message is, where one ends in a stream of bytes, which names
 * are allowed, and the texts that the server says. Clients use it too.
 *
 * <p>Knows Jackson and Netty's buffers; no channel, no thread. Depends on no other package of the
 * project. Every type is immutable and usable from any thread, except {@link
 * dev.hubbub.protocol.ObjectScanner}, which belongs to the one stream that it scans.
 */
@NullMarked
package dev.hubbub.protocol;

import org.jspecify.annotations.NullMarked;
