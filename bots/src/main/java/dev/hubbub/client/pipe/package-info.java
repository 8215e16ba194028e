/**
 * The chat in a pipe: lines in, messages out, as text or as JSON. May depend on {@code
 * dev.hubbub.client}, {@code dev.hubbub.client.text} and {@code dev.hubbub.protocol}.
 *
 * <p>A thread reads the lines, the client's own threads print what comes and count what was
 * refused; the main thread waits for the end.
 */
@NullMarked
package dev.hubbub.client.pipe;

import org.jspecify.annotations.NullMarked;
