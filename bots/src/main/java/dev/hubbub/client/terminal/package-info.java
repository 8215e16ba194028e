/**
 * The chat in a terminal: one thread takes the receiver and the text, another shows what arrives
 * above the prompt.
 *
 * <p>{@code TerminalChat} is the conversation on the main thread, {@code Prompt} what is typed,
 * {@code EntryParser} what it means, {@code Link} the connection and its return, {@code Screen} the
 * one way to the terminal. May depend on {@code dev.hubbub.client}, {@code dev.hubbub.client.text}
 * and {@code dev.hubbub.protocol}.
 */
@NullMarked
package dev.hubbub.client.terminal;

import org.jspecify.annotations.NullMarked;
