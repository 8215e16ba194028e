/**
 * The options for TLS that all clients share: the chat, the bots and every command that makes load.
 *
 * <p>Knows {@code dev.hubbub.cli} and {@code dev.hubbub.tls}. Nothing of the server uses it. For
 * the main thread of a program only.
 */
@NullMarked
package dev.hubbub.tls.options;

import org.jspecify.annotations.NullMarked;
